import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isPaidOnDelivery } from "../../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"
import { giveBackCash } from "../../pay-on-delivery/give-back-cash"
import { type PaymentView, receiptsOfPayment } from "../../vendor-order/steps/post-sale"
import { postProviderRefunds, postRefunds } from "../post-refunds"

export type PostPaymentMovementsInput = { payment_id: string }

/** Posts the captures and refunds of a Medusa payment that the books lack. Entries are keyed: nothing to undo. */
export const postPaymentMovementsStep = createStep(
  "post-payment-movements",
  async ({ payment_id }: PostPaymentMovementsInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "payment",
      fields: ["id", "provider_id", "currency_code", "payment_session.id", "captures.*"],
      filters: { id: payment_id },
    })
    const payment = data[0] as unknown as
      | (PaymentView & { payment_session?: { id: string } | null })
      | undefined
    if (!payment) {
      return new StepResponse(null)
    }
    const sessionId = payment.payment_session?.id
    if (isPaidOnDelivery(payment.provider_id)) {
      await giveBackCash(container, { payment_id, session_id: sessionId ?? "" })
      return new StepResponse(null)
    }
    const transaction = sessionId
      ? await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findTransactionOfSession(sessionId)
      : null
    if (transaction) {
      await postRefunds(container, transaction.reference)
      return new StepResponse(null)
    }
    const receipts = receiptsOfPayment(payment)
    if (receipts.length) {
      await container.resolve<LedgerModuleService>(LEDGER_MODULE).post(receipts)
    }
    await postProviderRefunds(container, payment_id)

    return new StepResponse(null)
  }
)
