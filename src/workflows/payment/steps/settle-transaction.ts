import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Charge, GatewayTransaction } from "../../../lib/gateway"
import { decideSettlement, type RefundReason } from "../../../lib/settlement"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { buildReceipt } from "../../../modules/ledger/domain/receipt"
import type LedgerModuleService from "../../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { completeCheckout } from "../../checkout/complete-checkout"
import { repairCheckoutWorkflow } from "../../checkout/workflows/repair-checkout"
import { notifyStaff } from "../../notify-staff"
import { postRefunds } from "../post-refunds"
import { readSettlementFacts } from "../read-settlement-facts"

export type SettleTransactionInput = { reference: string }

/** `waiting`: the gateway has no final word yet. `unknown`: the reference is not one of ours. */
export type SettlementOutcome = "waiting" | "not_paid" | "ordered" | "refunded" | "authorized" | "unknown"

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
    const outcome = await settle(container, checked.transaction, checked.charge)
    await postRefunds(container, reference)
    if (outcome !== "waiting") {
      await gateway.settle(reference, outcome)
    }

    return new StepResponse<SettlementOutcome>(outcome)
  }
)

async function settle(
  container: MedusaContainer,
  transaction: GatewayTransaction,
  charge: Charge
): Promise<SettlementOutcome> {
  if (charge.state === "success") {
    await postReceipt(container, transaction, charge)
  }
  const facts = await readSettlementFacts(container, transaction, charge)
  const decision = decideSettlement(facts)
  switch (decision.do) {
    case "wait":
      return "waiting"
    case "nothing":
      if (facts.cart_id && decision.why === "ordered") {
        await finishInterrupted(container, facts.cart_id)
      }
      return decision.why
    case "complete":
      return complete(container, transaction, charge, decision.cart_id)
    case "authorize":
      await container.resolve(Modules.PAYMENT).authorizePaymentSession(transaction.session_id, {})
      return "authorized"
    case "refund":
      return refund(container, transaction, charge, decision.reason)
    default:
      throw new RangeError(`Unknown settlement ${JSON.stringify(decision satisfies never)}`)
  }
}

async function postReceipt(container: MedusaContainer, transaction: GatewayTransaction, charge: Charge) {
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
    buildReceipt({
      gateway: transaction.gateway,
      reference: transaction.reference,
      amount_minor: charge.amount_minor,
      fee_minor: charge.fee_minor,
      currency_code: charge.currency_code,
      occurred_at: charge.paid_at ?? new Date(),
    }),
  ])
}

async function finishInterrupted(container: MedusaContainer, cartId: string): Promise<void> {
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  if (await vendorOrders.openCheckoutOf(cartId)) {
    await repairCheckoutWorkflow(container).run({ input: { cart_id: cartId } })
  }
}

async function complete(
  container: MedusaContainer,
  transaction: GatewayTransaction,
  charge: Charge,
  cartId: string
): Promise<SettlementOutcome> {
  const outcome = await completeCheckout(container, cartId)
  if ("order_id" in outcome) {
    return "ordered"
  }
  if (
    outcome.problem.code === "checkout_in_progress" ||
    outcome.problem.code === "payment_gateway_unreachable"
  ) {
    return "waiting"
  }
  // Core refunds by itself what it had captured; what it never touched goes back from here.
  const after = decideSettlement(await readSettlementFacts(container, transaction, charge))
  if (after.do === "nothing" && after.why !== "not_paid") {
    return after.why
  }

  return refund(container, transaction, charge, "completion_failed", outcome.problem.message)
}

async function refund(
  container: MedusaContainer,
  transaction: GatewayTransaction,
  charge: Charge,
  reason: RefundReason,
  detail = ""
): Promise<SettlementOutcome> {
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).refund({
    reference: transaction.reference,
    key: `orphan-${transaction.reference}`,
    amount_minor: charge.amount_minor,
    reason,
    origin: "orphan",
  })
  await notifyStaff(container, {
    key: `orphan-refund:${transaction.reference}`,
    title: "A payment could not become an order",
    description: `Payment ${transaction.reference} is being refunded (${reason}). ${detail}`.trim(),
  })

  return "refunded"
}
