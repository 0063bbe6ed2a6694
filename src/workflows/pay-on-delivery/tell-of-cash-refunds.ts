import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Amount, toMajorUnits, toMinorUnits } from "../../lib/money"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import { notifyStaff } from "../notify-staff"

type Paid = {
  provider_id: string
  currency_code: string
  refunds?: { id: string; raw_amount: Amount }[]
}

/** No gateway gives back what was paid at the door: people of the platform send it, and are told once for each refund. */
export async function tellOfCashRefunds(container: MedusaContainer, paymentId: string): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment",
    fields: ["provider_id", "currency_code", "refunds.id", "refunds.raw_amount"],
    filters: { id: paymentId },
  })
  const [payment] = data as unknown as Paid[]
  if (!payment || !isPaidOnDelivery(payment.provider_id)) {
    return
  }
  const { currency_code, refunds = [] } = payment
  for (const { id, raw_amount } of refunds) {
    const amount = toMajorUnits(toMinorUnits(raw_amount, currency_code), currency_code)
    await notifyStaff(container, {
      key: `refund-needs-person:${id}`,
      title: "A refund waits for a person",
      description: `${amount} ${currency_code.toUpperCase()} of payment ${paymentId}, which was paid on delivery, have to be sent to the buyer from the platform's bank (refund ${id}).`,
    })
  }
}
