import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decideSettlement } from "../../../lib/settlement"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import { prepaidVendorOrder } from "../../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { completeCheckout } from "../../checkout/complete-checkout"
import { repairCheckoutWorkflow } from "../../checkout/workflows/repair-checkout"
import { settlePrepayment } from "../../pay-on-delivery/settle-prepayment"
import { giveBack } from "../give-back"
import { postRefunds } from "../post-refunds"
import { type PaidTransaction, readSettlementFacts } from "../read-settlement-facts"
import { receiptOf } from "../receipt-of"

export type SettleTransactionInput = { reference: string }

/** `waiting`: the gateway has no final word yet. `unknown`: the reference is not one of ours. */
export type SettlementOutcome =
  | "waiting"
  /** It had no final word for so long that the payment is not followed any more. */
  | "expired"
  | "not_paid"
  | "ordered"
  /** A vendor order that was to be paid at the door. */
  | "prepaid"
  | "refunded"
  /** The gateway will not give the money back: it stays unallocated in the books until staff have acted. */
  | "refund_refused"
  | "authorized"
  | "unknown"

/**
 * Brings one gateway transaction to its end: an order, a refund, or nothing. Asks the gateway itself, so a forged
 * or stale event cannot decide anything. Every part may run again; a failure is retried by the inbox or by
 * reconciliation, which is why the step has no compensation.
 */
export const settleTransactionStep = createStep(
  "settle-gateway-transaction",
  async ({ reference }: SettleTransactionInput, { container }) => {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    const checked = await gateway.checkCharge(reference)
    if (!checked) {
      return new StepResponse<SettlementOutcome>("unknown")
    }
    const paid = { container, ...checked }
    if (checked.charge.state === "success") {
      await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([receiptOf(checked.transaction)])
    }
    const outcome = await settle(paid)
    // Of what went back meanwhile the receipt may be missing yet; what came and went at the gateway was never ours.
    if (checked.charge.state === "reversed" && outcome !== "not_paid") {
      await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([receiptOf(checked.transaction)])
    }
    await postRefunds(container, reference)
    if (outcome === "waiting" && checked.charge.state === "pending") {
      return new StepResponse<SettlementOutcome>(await gateway.keepWaiting(reference))
    }
    if (outcome !== "waiting") {
      await gateway.settle(reference, outcome)
    }

    return new StepResponse<SettlementOutcome>(outcome)
  }
)

async function settle(paid: PaidTransaction): Promise<SettlementOutcome> {
  const { container, transaction, charge } = paid
  const vendorOrderId = prepaidVendorOrder(transaction.session_id)
  if (vendorOrderId) {
    return settlePrepayment(paid, vendorOrderId)
  }
  const facts = await readSettlementFacts(paid)
  const { cart_id } = facts
  if (!facts.is_session_live && charge.state !== "success") {
    // The page of a cart that changed, left payable because the gateway could not be reached at the time.
    await container.resolve<GatewayModuleService>(GATEWAY_MODULE).withdraw(transaction.reference)
  }
  const decision = decideSettlement(facts)
  switch (decision.do) {
    case "wait":
      return "waiting"
    case "nothing":
      if (cart_id && decision.why === "ordered") {
        await finishInterrupted(container, cart_id)
      }
      return decision.why
    case "complete":
      return complete(paid, decision.cart_id)
    case "authorize":
      await container.resolve(Modules.PAYMENT).authorizePaymentSession(transaction.session_id, {})
      return "authorized"
    case "refund":
      // A completion that is under way, or was killed, may yet make this very payment an order's.
      if (cart_id && (await finishInterrupted(container, cart_id))) {
        return settle(paid)
      }
      return giveBack(paid, { reason: decision.reason, cart_id, decided: "refund" })
    default:
      throw new RangeError(`Unknown settlement ${JSON.stringify(decision satisfies never)}`)
  }
}

/** Whether there was a completion to wait for or to repair. */
async function finishInterrupted(container: MedusaContainer, cartId: string): Promise<boolean> {
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  if (!(await vendorOrders.openCheckoutOf(cartId))) {
    return false
  }
  await repairCheckoutWorkflow(container).run({ input: { cart_id: cartId } })

  return true
}

async function complete(paid: PaidTransaction, cartId: string): Promise<SettlementOutcome> {
  const outcome = await completeCheckout(paid.container, cartId)
  if ("order_id" in outcome) {
    return "ordered"
  }
  const { code, message } = outcome.problem
  if (code === "checkout_in_progress" || code === "payment_gateway_unreachable") {
    return "waiting"
  }

  // Core refunds by itself what it had captured; what it never touched goes back from here.
  return giveBack(paid, {
    reason: "completion_failed",
    detail: message,
    cart_id: cartId,
    decided: "complete",
  })
}
