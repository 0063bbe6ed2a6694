import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { insertRows, queryRows } from "../../lib/sql"
import { canMove } from "./domain/status"
import { CheckoutAttempt } from "./models/checkout-attempt"
import { OrderPartition } from "./models/order-partition"
import { VendorOrder } from "./models/vendor-order"
import { VendorOrderLine } from "./models/vendor-order-line"
import { VendorOrderRefund } from "./models/vendor-order-refund"
import { VendorOrderTransition } from "./models/vendor-order-transition"
import { fromRow, insertFromJson, partitionRows } from "./rows"
import type {
  MoveVendorOrderInput,
  RecordedPartition,
  RecordedVendorOrder,
  RecordPartitionInput,
  RefundPart,
  VendorOrderFilters,
  VendorOrderPage,
} from "./types"

const VendorOrderSettings = z.object({
  commission_rate_bps: z.number().int().min(0).max(10_000).default(1000),
})

type VendorOrderSettings = z.infer<typeof VendorOrderSettings>

const COUNTED_ORDERS = 1000

class VendorOrderModuleService extends MedusaService({
  CheckoutAttempt,
  OrderPartition,
  VendorOrder,
  VendorOrderLine,
  VendorOrderRefund,
  VendorOrderTransition,
}) {
  private readonly settings: VendorOrderSettings

  constructor(container: Record<string, unknown>, options?: unknown) {
    super(container)
    this.settings = VendorOrderSettings.parse(options ?? {})
  }

  /** The platform's commission on items, in basis points, for shops without a rate of their own. */
  get platform_rate_bps(): number {
    return this.settings.commission_rate_bps
  }

  /**
   * Writes an order's partition, vendor orders, lines and first history rows, or returns what an earlier run
   * wrote: an order, and a cart, is divided once.
   */
  @InjectManager()
  async recordPartition(
    input: RecordPartitionInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedPartition> {
    const { partition } = input
    const partitionId = generateEntityId("", "opart")
    const { orders, lines, transitions } = partitionRows(input, partitionId)
    // One statement, which is a transaction by itself; ON CONFLICT lets parallel runs meet without an error, and
    // whoever comes second inserts nothing anywhere, because all rows hang on the first one.
    const inserted = await queryRows(
      sharedContext,
      `with fresh as (
         insert into order_partition (id, order_id, cart_id, currency_code, charged_minor, credit_minor)
         values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id
       ),
       ${insertFromJson("vendor_order", orders)},
       ${insertFromJson("vendor_order_line", lines)},
       ${insertFromJson("vendor_order_transition", transitions)}
       select id from fresh`,
      [
        partitionId,
        input.order_id,
        input.cart_id ?? null,
        partition.currency_code,
        String(partition.charged_minor),
        String(partition.credit_minor),
        JSON.stringify(orders),
        JSON.stringify(lines),
        JSON.stringify(transitions),
      ]
    )
    if (!inserted.length) {
      return this.partitionOf(input.order_id, sharedContext)
    }

    return {
      id: partitionId,
      order_id: input.order_id,
      cart_id: input.cart_id ?? null,
      currency_code: partition.currency_code,
      charged_minor: partition.charged_minor,
      credit_minor: partition.credit_minor,
      is_new: true,
      vendor_orders: partition.vendors.map(({ lines: _, ...part }, index) => ({
        ...part,
        id: orders[index]?.id ?? "",
        display_number: orders[index]?.display_number ?? "",
        status: "pending",
      })),
    }
  }

  /** The partition of an order. @throws not found when the order was not divided yet */
  @InjectManager()
  async partitionOf(
    orderId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedPartition> {
    const [partition] = await this.listOrderPartitions({ order_id: orderId }, { take: 1 }, sharedContext)
    if (!partition) {
      throw notFound(ErrorCode.ORDER_NOT_DIVIDED, `Order ${orderId} has no vendor orders yet.`)
    }
    const orders = await this.listVendorOrders(
      { order_id: orderId },
      { order: { vendor_id: "ASC" } },
      sharedContext
    )

    return {
      id: partition.id,
      order_id: partition.order_id,
      cart_id: partition.cart_id,
      currency_code: partition.currency_code,
      charged_minor: BigInt(partition.charged_minor),
      credit_minor: BigInt(partition.credit_minor),
      is_new: false,
      vendor_orders: orders.map(fromRow),
    }
  }

  /** Takes a partition back when the completion that made it fails; its rows fall with it. */
  @InjectTransactionManager()
  async removePartitionOf(orderId: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    // A soft-deleted row would keep its unique cart and order ids, and the cart could not be completed again.
    await queryRows(sharedContext, `delete from order_partition where order_id = ?`, [orderId])
  }

  /** Notes that a cart's completion has begun; a second begin keeps the first time. */
  @InjectManager()
  async openCheckout(
    cartId: string,
    paymentSessionId: string | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(
      sharedContext,
      `insert into checkout_attempt (cart_id, payment_session_id) values (?, ?)
       on conflict (cart_id) do update set payment_session_id = excluded.payment_session_id, updated_at = now()`,
      [cartId, paymentSessionId]
    )
  }

  /** The payment session of a completion that is under way, if there is one. */
  @InjectManager()
  async openCheckoutOf(
    cartId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ cart_id: string; payment_session_id: string | null } | null> {
    // Read on the way of every completion: the generated list would cost two statements more.
    const [attempt] = await queryRows<{ cart_id: string; payment_session_id: string | null }>(
      sharedContext,
      `select cart_id, payment_session_id from checkout_attempt where cart_id = ?`,
      [cartId]
    )

    return attempt ?? null
  }

  /** Notes that a cart's completion is over, for good or undone. */
  @InjectManager()
  async closeCheckout(cartId: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await queryRows(sharedContext, `delete from checkout_attempt where cart_id = ?`, [cartId])
  }

  /** Moves a vendor order along the one table of transitions, with its history, if nobody moved it meanwhile. */
  @InjectTransactionManager()
  async moveVendorOrder(
    input: MoveVendorOrderInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedVendorOrder> {
    const [row] = await this.listVendorOrders(
      { id: input.id, vendor_id: boundVendor(input.vendor_id) },
      { take: 1 },
      sharedContext
    )
    if (!row) {
      throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `Vendor order ${input.id} was not found.`)
    }
    if (!canMove(row.status, input.to)) {
      throw notAllowed(
        ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
        `A vendor order that is ${row.status} cannot become ${input.to}.`
      )
    }
    // The status in the condition makes two people who act at once take turns: the second one finds no row.
    const moved = await queryRows(
      sharedContext,
      `update vendor_order set status = ?, updated_at = now() where id = ? and status = ? returning id`,
      [input.to, row.id, row.status]
    )
    if (!moved.length) {
      throw notAllowed(
        ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
        `Vendor order ${row.display_number} was changed by someone else meanwhile.`
      )
    }
    await insertRows(sharedContext, "vendor_order_transition", [
      {
        id: generateEntityId("", "vot"),
        vendor_order_id: row.id,
        from_status: row.status,
        to_status: input.to,
        actor: input.actor,
        reason: input.reason ?? null,
      },
    ])

    return { ...fromRow(row), status: input.to }
  }

  /**
   * One page of a vendor's orders, newest first. They are counted up to a thousand: counting all of them would cost
   * more the more a shop has sold.
   */
  @InjectManager()
  async listOfVendor(
    filters: VendorOrderFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<VendorOrderPage> {
    const vendorId = boundVendor(filters.vendor_id)
    const rows = await this.listVendorOrders(
      { vendor_id: vendorId, ...(filters.status?.length ? { status: filters.status } : {}) },
      { ...page, order: { placed_at: "DESC", id: "DESC" } },
      sharedContext
    )
    const statuses = filters.status ?? []
    const isOneOf = statuses.length ? `and status in (${statuses.map(() => "?").join(", ")})` : ""
    // The generated count has no bound.
    const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
      sharedContext,
      `select count(*)::int as count from (
         select 1 from vendor_order
         where vendor_id = ? and deleted_at is null ${isOneOf}
         limit ${COUNTED_ORDERS + 1}
       ) as counted`,
      [vendorId, ...statuses]
    )

    return {
      vendor_orders: rows.map(fromRow),
      count: Math.min(count, COUNTED_ORDERS),
      has_more_than_count: count > COUNTED_ORDERS,
    }
  }

  /** Records what one refund gave back of each vendor order; the same refund is recorded once. */
  @InjectTransactionManager()
  async recordRefund(
    refundKey: string,
    parts: RefundPart[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await insertRows(
      sharedContext,
      "vendor_order_refund",
      parts.map((part) => ({
        id: generateEntityId("", "vor"),
        vendor_order_id: part.vendor_order_id,
        refund_key: refundKey,
        amount_minor: String(part.amount_minor),
        commission_minor: String(part.commission_minor),
        platform_discount_minor: String(part.platform_discount_minor),
      })),
      "on conflict (refund_key, vendor_order_id) do nothing"
    )
  }
}

/** Medusa drops an undefined filter and answers every row, so a missing vendor id must never get that far. */
function boundVendor(vendorId: string | undefined): string {
  if (!vendorId) {
    throw new RangeError("A query of a vendor's orders needs the vendor's id")
  }

  return vendorId
}

export default VendorOrderModuleService
