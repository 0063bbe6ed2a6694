import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { insertRows, queryRows } from "../../lib/sql"
import type { VendorPart } from "./domain/partition"
import { canMove } from "./domain/status"
import { CheckoutAttempt } from "./models/checkout-attempt"
import { OrderPartition } from "./models/order-partition"
import { VendorOrder } from "./models/vendor-order"
import { VendorOrderLine } from "./models/vendor-order-line"
import { VendorOrderRefund } from "./models/vendor-order-refund"
import { VendorOrderTransition } from "./models/vendor-order-transition"
import type {
  MoveVendorOrderInput,
  RecordedPartition,
  RecordedVendorOrder,
  RecordPartitionInput,
  RefundPart,
  VendorOrderFilters,
} from "./types"

type VendorOrderRow = InferTypeOf<typeof VendorOrder>

const AMOUNTS = [
  "item_minor",
  "shipping_minor",
  "vendor_discount_minor",
  "platform_discount_minor",
  "tax_minor",
  "total_minor",
  "credit_minor",
  "charged_minor",
  "commission_minor",
  "net_minor",
] as const

class VendorOrderModuleService extends MedusaService({
  CheckoutAttempt,
  OrderPartition,
  VendorOrder,
  VendorOrderLine,
  VendorOrderRefund,
  VendorOrderTransition,
}) {
  /**
   * Writes an order's partition, vendor orders, lines and first history rows, or returns what an earlier run
   * wrote: an order, and a cart, is divided once. The number of statements does not depend on the number of vendors.
   */
  @InjectTransactionManager()
  async recordPartition(
    input: RecordPartitionInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedPartition> {
    const { partition } = input
    const partitionId = generateEntityId("", "opart")
    // ON CONFLICT, which the generated create method lacks, lets parallel runs meet without an error.
    const inserted = await queryRows(
      sharedContext,
      `insert into order_partition (id, order_id, cart_id, currency_code, charged_minor, credit_minor)
       values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
      [
        partitionId,
        input.order_id,
        input.cart_id ?? null,
        partition.currency_code,
        String(partition.charged_minor),
        String(partition.credit_minor),
      ]
    )
    if (!inserted.length) {
      return this.partitionOf(input.order_id, sharedContext)
    }

    const orders = partition.vendors.map((part, index) => toRow(part, input, partitionId, index))
    await insertRows(sharedContext, "vendor_order", orders)
    await insertRows(
      sharedContext,
      "vendor_order_line",
      partition.vendors.flatMap((part, index) => lineRows(part, orders[index]?.id ?? ""))
    )
    await insertRows(
      sharedContext,
      "vendor_order_transition",
      orders.map((order) => ({
        id: generateEntityId("", "vot"),
        vendor_order_id: order.id,
        from_status: null,
        to_status: "pending",
        actor: "checkout",
      }))
    )

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

  /** One page of a vendor's orders, newest first, with the number of all. */
  @InjectManager()
  async listOfVendor(
    filters: VendorOrderFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<[RecordedVendorOrder[], number]> {
    const where = {
      vendor_id: boundVendor(filters.vendor_id),
      ...(filters.status ? { status: filters.status } : {}),
    }
    const [rows, count] = await this.listAndCountVendorOrders(
      where,
      { ...page, order: { placed_at: "DESC", id: "DESC" } },
      sharedContext
    )

    return [rows.map(fromRow), count]
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

function toRow(part: VendorPart, input: RecordPartitionInput, partitionId: string, index: number) {
  return {
    id: generateEntityId("", "vord"),
    display_number: `${input.order_display_id}-${index + 1}`,
    order_id: input.order_id,
    partition_id: partitionId,
    vendor_id: part.vendor_id,
    status: "pending",
    currency_code: input.partition.currency_code,
    item_count: part.lines.filter((line) => line.kind === "item").length,
    placed_at: input.placed_at,
    ...Object.fromEntries(AMOUNTS.map((name) => [name, String(part[name])])),
  }
}

function lineRows(part: VendorPart, vendorOrderId: string) {
  return part.lines.map((line) => ({
    id: generateEntityId("", "vol"),
    vendor_order_id: vendorOrderId,
    ...Object.fromEntries(
      Object.entries(line).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value])
    ),
  }))
}

function fromRow(row: VendorOrderRow): RecordedVendorOrder {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, BigInt(row[name])]))

  return {
    id: row.id,
    display_number: row.display_number,
    status: row.status,
    vendor_id: row.vendor_id,
    ...(amounts as Record<(typeof AMOUNTS)[number], bigint>),
  }
}

export default VendorOrderModuleService
