import type { PaystackSandbox } from "../../sandbox"
import type { Fault } from "../../sandbox/faults"
import type { FlutterwaveSandbox } from "../../sandbox/flutterwave"
import { pressOnPaymentPage, type SessionBody } from "./shopper"

type Control = {
  fault: (fault: Fault) => void
  clearFaults: () => void
  redeliver: (reference: string) => void
  setWebhookUrl: (url: string | null) => void
  calls: () => readonly { call: string; body: unknown }[]
  deliveries: () => readonly { delivered: boolean }[]
  reset: () => void
}

/** What tests of payments need of a gateway, whichever it is. Amounts are minor units of a currency with two digits. */
export type TestedGateway = {
  provider_id: string
  secret_key: string
  /** Where its API is. */
  url: string
  /** Our door for its events. */
  hook: string
  /** How its calls are named in faults. */
  calls: { open: string; verify: string; refund: string }
  /** What it tells of; null where it does not. */
  events: { paid: string; refunded: string | null }
  control: Control
  /** References of all pages that were opened, in their order. */
  references: () => string[]
  paid: (reference: string) => { amount: number; fee: number } | null
  refunds: () => { reference: string; amount: number; status: string }[]
  /** The buyer does what can still bring money in when the session has lost its place. */
  setOff: (session: SessionBody) => Promise<void>
  /** That money comes in. */
  arrive: (session: SessionBody) => Promise<void>
}

export function testedPaystack({ control, secret_key, url }: PaystackSandbox): TestedGateway {
  const transaction = (reference: string) => control.transactions().find((one) => one.reference === reference)

  return {
    provider_id: "pp_paystack_paystack",
    secret_key,
    url,
    hook: "/hooks/paystack",
    calls: {
      open: "POST /transaction/initialize",
      verify: "GET /transaction/verify",
      refund: "POST /refund",
    },
    events: { paid: "charge.success", refunded: "refund.processed" },
    control,
    references: () => control.transactions().map(({ reference }) => reference),
    paid: (reference) => {
      const found = transaction(reference)
      return found?.status === "success" ? { amount: found.amount, fee: found.fees ?? 0 } : null
    },
    refunds: () =>
      control.refunds().map(({ transaction_reference, amount, status }) => ({
        reference: transaction_reference,
        amount,
        status,
      })),
    // Its pages stay payable for ever.
    setOff: async () => undefined,
    arrive: ({ data }) => pressOnPaymentPage(data.authorization_url, "pay"),
  }
}

export function testedFlutterwave({ control, secret_key, url }: FlutterwaveSandbox): TestedGateway {
  return {
    provider_id: "pp_flutterwave_flutterwave",
    secret_key,
    url,
    hook: "/hooks/flutterwave",
    calls: {
      open: "POST /payments",
      verify: "GET /transactions/verify_by_reference",
      refund: "POST /transactions",
    },
    events: { paid: "charge.completed", refunded: null },
    control,
    references: () => control.payments().map(({ tx_ref }) => tx_ref),
    paid: (reference) => {
      const found = control
        .transactions()
        .find(({ tx_ref, status }) => tx_ref === reference && status === "successful")
      return found ? { amount: found.amount, fee: found.amount - found.amount_settled } : null
    },
    refunds: () =>
      control.refunds().map(({ tx_ref, amount, status }) => ({ reference: tx_ref, amount, status })),
    // The page is shut by then, but a transfer that has begun cannot be called back.
    setOff: ({ data }) => pressOnPaymentPage(data.authorization_url, "bank_transfer"),
    arrive: async ({ data }) => control.finish(data.reference, "successful"),
  }
}
