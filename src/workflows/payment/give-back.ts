import { MedusaError, Modules } from "@medusajs/framework/utils"
import { ErrorCode } from "../../lib/errors"
import { decideSettlement, type RefundReason } from "../../lib/settlement"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { type PaidTransaction, readSettlementFacts } from "./read-settlement-facts"

export type GiveBack = {
  reason: RefundReason
  detail?: string
  cart_id: string | null
  /** What was decided before; the money stays where it is if that is not so any more. */
  decided: "refund" | "complete"
}

const LOCK_WAIT_SECONDS = 30

/**
 * Gives money back that could not become an order, unless it has become one after all. That is looked at under the
 * lock of a completion: one that is under way has its order before it has taken the payment, and looks paid twice.
 */
export async function giveBack(
  paid: PaidTransaction,
  giving: GiveBack
): Promise<"refunded" | "refund_refused" | "ordered" | "not_paid" | "waiting"> {
  if (!giving.cart_id) {
    return refund(paid, giving)
  }

  return paid.container.resolve(Modules.LOCKING).execute(
    giving.cart_id,
    async () => {
      const now = decideSettlement(await readSettlementFacts(paid))
      if (now.do === "nothing") {
        return now.why
      }

      return now.do === "refund" || now.do === giving.decided ? refund(paid, giving) : "waiting"
    },
    { timeout: LOCK_WAIT_SECONDS }
  )
}

async function refund(
  { container, transaction, charge }: PaidTransaction,
  { reason, detail = "" }: GiveBack
): Promise<"refunded" | "refund_refused"> {
  const key = `orphan-${transaction.reference}`
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const request = gateway.refund({
    reference: transaction.reference,
    key,
    amount_minor: charge.amount_minor,
    reason,
    origin: "orphan",
  })
  const refusal = await request.then(() => null, refusalIn)
  if (refusal) {
    await notifyStaff(container, {
      key: `orphan-refund:${transaction.reference}:refused`,
      title: "A payment could not be refunded",
      description: `Payment ${transaction.reference} has to be refunded by staff (${reason}): try it again, or name a bank account of the buyer's. ${refusal}`,
    })
    await leaveToStaff(gateway, key)
    return "refund_refused"
  }
  await notifyStaff(container, {
    key: `orphan-refund:${transaction.reference}`,
    title: "A payment could not become an order",
    description: `Payment ${transaction.reference} is being refunded (${reason}). ${detail}`.trim(),
  })

  return "refunded"
}

/** Nobody else asks for this money: it stands among the refunds that wait for a person. */
async function leaveToStaff(gateway: GatewayModuleService, key: string): Promise<void> {
  for (const { id, state } of await gateway.refundsFor([key])) {
    if (state === "refused" || state === "failed") {
      await gateway.handRefundOver(id)
    }
  }
}

/** What the gateway said when it refused for good. @throws what may still turn out well */
function refusalIn(error: unknown): string {
  if (MedusaError.isMedusaError(error) && error.code === ErrorCode.PAYMENT_REFUND_REFUSED) {
    return error.message
  }
  throw error
}
