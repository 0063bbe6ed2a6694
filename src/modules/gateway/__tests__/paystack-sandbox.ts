import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import type { FaultKind } from "../../../../sandbox/faults"

/** The sandbox as the tests of the gateway module and of the payment provider use it. */
let box: PaystackSandbox

export const paystack = {
  options: {
    secret_key: "sk_test_module",
    get base_url() {
      return box.url
    },
    read_timeout_ms: 2000,
    write_timeout_ms: 1000,
  },
  async start() {
    box = await startPaystackSandbox({ secret_key: "sk_test_module" })
  },
  async stop() {
    await box.stop()
  },
  async reset() {
    box.control.reset()
  },
  async pay(reference: string, amount?: bigint) {
    box.control.pay(reference, amount === undefined ? {} : { amount: Number(amount) })
  },
  async fault(on: string, kind: FaultKind) {
    box.control.fault({ on, kind })
  },
  async count(on: string) {
    return box.control.calls().filter(({ call }) => call.startsWith(on)).length
  },
  async refundsOf(reference: string) {
    return box.control.refunds().filter((refund) => refund.transaction_reference === reference)
  },
  async lastRequest() {
    return box.control.calls().findLast(({ body }) => body !== undefined)?.body
  },
}
