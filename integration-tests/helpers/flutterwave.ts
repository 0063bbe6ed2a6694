import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../sandbox/flutterwave"
import { freePort } from "./free-port"

const SECRET = "FLWSECK_TEST-of-the-marketplace"
const HASH = "the-hash-of-the-dashboard"

/** Points Merkato at a sandbox of Flutterwave; to be called while a test file is loaded, as `configurePaystack`. */
export function configureFlutterwave() {
  const port = freePort()
  process.env.FLUTTERWAVE_SECRET_KEY = SECRET
  process.env.FLUTTERWAVE_WEBHOOK_HASH = HASH
  process.env.FLUTTERWAVE_BASE_URL = `http://127.0.0.1:${port}/v3`

  return {
    webhook_hash: HASH,
    start: (): Promise<FlutterwaveSandbox> =>
      startFlutterwaveSandbox({
        secret_key: SECRET,
        webhook_hash: HASH,
        port,
        webhook_retry_ms: [150, 300, 600, 1200, 2400],
      }),
  }
}
