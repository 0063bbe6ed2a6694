import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { FlutterwaveGateway } from "../service"

export const SECRET = "FLWSECK_TEST-unit"
const HASH = "a-hash-only-the-dashboard-knows"

type Paid = Parameters<FlutterwaveSandbox["control"]["pay"]>[1]

let serial = 0

/** The adapter and the sandbox that it talks to over HTTP. */
export async function startMerchant() {
  const sandbox = await startFlutterwaveSandbox({ secret_key: SECRET, webhook_hash: HASH })
  const options = {
    secret_key: SECRET,
    base_url: sandbox.url,
    webhook_hash: HASH,
    redirect_url: "https://shop.example/paid",
    read_timeout_ms: 2000,
    write_timeout_ms: 1000,
  }
  const gateway = new FlutterwaveGateway({}, options)

  /** An open payment of 4,350.35 naira. */
  async function opened(over: Record<string, unknown> = {}) {
    serial += 1
    const reference = `mkt-${serial}`
    const { redirect_url } = await gateway.open({
      reference,
      amount_minor: 435035n,
      currency_code: "ngn",
      email: "ada@example.com",
      ...over,
    })

    return { reference, link: redirect_url }
  }

  return {
    sandbox,
    gateway,
    options,
    opened,
    async paid(how: Paid = {}) {
      const { reference } = await opened()
      sandbox.control.pay(reference, how)

      return reference
    },
    calls: (call: string) => sandbox.control.calls().filter((made) => made.call.startsWith(call)),
  }
}
