import type {
  InitiatePaymentInput,
  InitiatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"

const NOTHING_KEPT = { data: {} }

/**
 * Payment at the door as Medusa's payment provider. It promises and moves nothing: money is collected of each vendor order,
 * which is booked there and then captured here, so that Medusa's order shows it. Whether a cart may be paid so is decided
 * before its session is started and once more when it is completed.
 */
export class DeliveryPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "delivery"

  /** The one that it inherits is protected, which no module provider may be. */
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  /** Nothing of what a client sends is kept. */
  async initiatePayment({ context }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return { id: context?.idempotency_key ?? DeliveryPaymentProvider.identifier, ...NOTHING_KEPT }
  }

  async authorizePayment() {
    return { status: "authorized" as const, ...NOTHING_KEPT }
  }

  async capturePayment() {
    return NOTHING_KEPT
  }

  /** The platform's people send it: `postProviderRefunds` books it, and they are told. */
  async refundPayment() {
    return NOTHING_KEPT
  }

  async updatePayment() {
    return NOTHING_KEPT
  }

  async cancelPayment() {
    return NOTHING_KEPT
  }

  async deletePayment() {
    return NOTHING_KEPT
  }

  async retrievePayment() {
    return NOTHING_KEPT
  }

  async getPaymentStatus() {
    return { status: "authorized" as const, ...NOTHING_KEPT }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
