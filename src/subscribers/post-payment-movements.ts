import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { postPaymentMovementsWorkflow } from "../workflows/payment/workflows/post-payment-movements"

/** Puts a refund or a late capture made in the admin into the books. */
export default async function postPaymentMovements({ event, container }: SubscriberArgs<{ id: string }>) {
  await postPaymentMovementsWorkflow(container).run({ input: { payment_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.REFUNDED, PaymentEvents.CAPTURED],
  context: { subscriberId: "post-payment-movements" },
}
