import type {
  CapturePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, MathBN, PaymentActions } from "@medusajs/framework/utils"

/** What it was asked for, in major units. While it is down it gives nothing back. */
export const askedOfOthers: {
  captures: number
  refunds: { amount: string; key: string | undefined }[]
  is_down: boolean
} = { captures: 0, refunds: [], is_down: false }

/** A payment provider that knows nothing of Merkato: no gateway, no transactions, Medusa's contract alone. */
export class PaymentOfOthers extends AbstractPaymentProvider {
  static override identifier = "others"

  /** The one that it inherits is protected, which no module provider may be. */
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  async initiatePayment(): Promise<InitiatePaymentOutput> {
    return { id: "others", data: {} }
  }

  async authorizePayment() {
    return { status: "authorized" as const, data: {} }
  }

  async capturePayment(_: CapturePaymentInput) {
    askedOfOthers.captures += 1

    return { data: {} }
  }

  async refundPayment({ amount, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    if (askedOfOthers.is_down) {
      throw new Error("Nobody answers.")
    }
    askedOfOthers.refunds.push({
      amount: MathBN.convert(amount).toFixed(),
      key: context?.idempotency_key,
    })

    return { data: {} }
  }

  async updatePayment() {
    return { data: {} }
  }

  async cancelPayment() {
    return { data: {} }
  }

  async deletePayment() {
    return { data: {} }
  }

  async retrievePayment() {
    return { data: {} }
  }

  async getPaymentStatus() {
    return { status: "authorized" as const, data: {} }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
