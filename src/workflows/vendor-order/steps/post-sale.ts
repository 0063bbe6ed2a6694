import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CASH_GATEWAY, type GatewayTransaction } from "../../../lib/gateway"
import { type Amount, toMinorUnits } from "../../../lib/money"
import { isPaidOnDelivery } from "../../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { buildReceipt } from "../../../modules/ledger/domain/receipt"
import { buildSale } from "../../../modules/ledger/domain/sale"
import type LedgerModuleService from "../../../modules/ledger/service"
import type { LedgerEntryInput } from "../../../modules/ledger/types"
import { receiptOf } from "../../payment/receipt-of"
import { postSplitSale, takeBackSale } from "../../split/sale-books"
import type { PartitionRecord } from "./record-partition"

export type PostSaleInput = { recorded: PartitionRecord; payment_session_id?: string | null }

/**
 * Posts what the buyer paid (if the gateway's word is in) and what the vendors sold. Both entries are keyed, so
 * whichever path comes second finds them posted.
 */
export const postSaleStep = createStep(
  "post-sale",
  async ({ recorded, payment_session_id }: PostSaleInput, { container }) => {
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    const sale = buildSale({
      order_id: recorded.order_id,
      currency_code: recorded.currency_code,
      charged_minor: BigInt(recorded.charged_minor),
      credit_minor: BigInt(recorded.credit_minor),
      occurred_at: new Date(),
      vendors: recorded.vendor_orders.map((vendorOrder) => ({
        vendor_id: vendorOrder.vendor_id,
        total_minor: BigInt(vendorOrder.total_minor),
        platform_discount_minor: BigInt(vendorOrder.platform_discount_minor),
        commission_minor: BigInt(vendorOrder.commission_minor),
        commission_tax_minor: BigInt(vendorOrder.commission_tax_minor),
        withholding_minor: BigInt(vendorOrder.withholding_minor),
        platform_tax_minor: BigInt(vendorOrder.platform_tax_minor),
      })),
    })
    const { transaction, receipts } = await receiptsOf(container, recorded.order_id, payment_session_id)
    const results = transaction?.split.length
      ? await postSplitSale(container, { order_id: recorded.order_id, transaction }, [...receipts, sale])
      : await ledger.post([...receipts, sale])
    const isNew = results.some((entry) => entry.idempotency_key === sale.idempotency_key && entry.posted)

    return new StepResponse({ posted: isNew }, isNew ? recorded.order_id : undefined)
  },
  // The receipt stays: the money did arrive. The refund that follows a failed completion posts its own entry.
  async (orderId, { container }) => {
    if (orderId) {
      await takeBackSale(container, orderId)
    }
  }
)

type Paid = { transaction: GatewayTransaction | null; receipts: LedgerEntryInput[] }

async function receiptsOf(
  container: MedusaContainer,
  orderId: string,
  sessionId?: string | null
): Promise<Paid> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const transaction = sessionId ? await gateway.findTransactionOfSession(sessionId) : null
  if (!transaction) {
    const payments = sessionId
      ? await paymentsOfSession(container, sessionId)
      : await paymentsOf(container, orderId)
    return { transaction: null, receipts: payments.flatMap(receiptsOfPayment) }
  }
  // Cash has its own entry (`collection`); this one only says what can go back of it.
  if (transaction.state !== "paid" || transaction.gateway === CASH_GATEWAY) {
    return { transaction, receipts: [] }
  }

  return { transaction, receipts: [receiptOf(transaction)] }
}

export type PaymentView = {
  provider_id: string
  currency_code: string
  captures?: { id: string; amount: Amount; raw_amount?: Amount; created_at: Date | string }[]
}

// Of a provider that is not one of our gateways, what Medusa says was captured is all that is known.

/** Straight from the payment module: on the way of every completion, three statements less than by the order. */
async function paymentsOfSession(container: MedusaContainer, sessionId: string): Promise<PaymentView[]> {
  const payments = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id: sessionId } as object, { relations: ["captures"], take: 1 })

  return payments as unknown as PaymentView[]
}

async function paymentsOf(container: MedusaContainer, orderId: string): Promise<PaymentView[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "payment_collections.payments.provider_id",
      "payment_collections.payments.currency_code",
      "payment_collections.payments.captures.*",
    ],
    filters: { id: orderId },
  })
  const collections = (data[0]?.payment_collections ?? []) as unknown as { payments?: PaymentView[] }[]

  return collections.flatMap((collection) => collection.payments ?? [])
}

export function receiptsOfPayment(payment: PaymentView): LedgerEntryInput[] {
  if (isPaidOnDelivery(payment.provider_id)) {
    return []
  }

  return (payment.captures ?? []).map((capture) =>
    buildReceipt({
      gateway: payment.provider_id,
      reference: capture.id,
      amount_minor: toMinorUnits(capture.raw_amount ?? capture.amount, payment.currency_code),
      fee_minor: 0n,
      currency_code: payment.currency_code,
      occurred_at: new Date(capture.created_at),
    })
  )
}
