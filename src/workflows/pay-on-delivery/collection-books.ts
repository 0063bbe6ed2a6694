import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildCollection, buildRefusalCost, type OfVendorOrder } from "../../modules/ledger/domain/collection"
import { buildUncollectedRefund } from "../../modules/ledger/domain/refund"
import type LedgerModuleService from "../../modules/ledger/service"
import type { Collection, CollectionBooks } from "../../modules/vendor-order/collection-types"
import type { RefundPart } from "../../modules/vendor-order/types"

export const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)

const entryOf = (collection: Collection): OfVendorOrder => ({
  vendor_order_id: collection.vendor_order_id,
  order_id: collection.order_id,
  vendor_id: collection.vendor_id,
  currency_code: collection.currency_code,
  amount_minor: collection.amount_minor,
  occurred_at: new Date(),
})

/** What was collected, in the transaction that notes it. */
export const collectedBooks =
  (container: MedusaContainer): CollectionBooks =>
  async (collection, context) => {
    await ledgerOf(container).post(
      [buildCollection({ ...entryOf(collection), held_by: collection.held_by ?? "vendor" })],
      context
    )
  }

/** A sale that nobody pays for is taken back; the platform may have to pay for the parcel's way. */
export const uncollectedBooks =
  (
    container: MedusaContainer,
    { refund_key, part, cost_minor }: { refund_key: string; part: UncollectedPart; cost_minor: bigint }
  ): CollectionBooks =>
  async (collection, context) => {
    const { order_id, currency_code, vendor_id } = collection
    const occurred_at = new Date()
    await ledgerOf(container).post(
      [
        buildUncollectedRefund({
          refund_key,
          order_id,
          currency_code,
          occurred_at,
          part: { ...part, vendor_id },
        }),
        ...(cost_minor > 0n ? [buildRefusalCost({ ...entryOf(collection), amount_minor: cost_minor })] : []),
      ],
      context
    )
  }

export type UncollectedPart = Omit<RefundPart, "vendor_order_id" | "request_id">
