import { type PaystackSandbox, startPaystackSandbox } from "../../sandbox"
import { freePort } from "./free-port"

const SECRET = "sk_test_of_the_marketplace"

/**
 * Points Merkato at a sandbox. To be called while a test file is loaded: the runner reads the configuration
 * earlier than any hook runs, so the port is chosen here and the sandbox started on it later.
 */
export function configurePaystack() {
  const port = freePort()
  process.env.PAYSTACK_SECRET_KEY = SECRET
  process.env.PAYSTACK_BASE_URL = `http://127.0.0.1:${port}`

  return {
    start: (): Promise<PaystackSandbox> =>
      startPaystackSandbox({ secret_key: SECRET, port, webhook_retry_ms: [150, 300, 600, 1200, 2400] }),
  }
}
