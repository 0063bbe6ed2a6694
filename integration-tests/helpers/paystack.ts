import { execFileSync } from "node:child_process"
import { type PaystackSandbox, startPaystackSandbox } from "../../sandbox"

const SECRET = "sk_test_of_the_marketplace"

const PRINT_FREE_PORT = `const server = require("node:net").createServer()
server.listen(0, "127.0.0.1", () => { process.stdout.write(String(server.address().port)); server.close() })`

/**
 * Points Merkato at a sandbox. To be called while a test file is loaded: the runner reads the configuration
 * earlier than any hook runs, so the port is chosen here and the sandbox started on it later.
 */
export function configurePaystack() {
  const port = Number(execFileSync(process.execPath, ["-e", PRINT_FREE_PORT], { encoding: "utf8" }))
  process.env.PAYSTACK_SECRET_KEY = SECRET
  process.env.PAYSTACK_BASE_URL = `http://127.0.0.1:${port}`

  return {
    secret_key: SECRET,
    start: (): Promise<PaystackSandbox> =>
      startPaystackSandbox({ secret_key: SECRET, port, webhook_retry_ms: [150, 300, 600, 1200, 2400] }),
  }
}
