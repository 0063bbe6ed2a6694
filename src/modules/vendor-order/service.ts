import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ErrorCode, notFound } from "../../lib/errors"
import { REFUND_REASONS } from "../../lib/refund-reasons"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { type Buyer, buyersOf } from "./buyer-rows"
import * as cancellations from "./cancellation-rows"
import { CollectionService } from "./collection-service"
import { customerKey, findCustomer, pageOfCustomers } from "./customer-rows"
import { type Fault, faultOf, type RefundReason } from "./domain/refund-request"
import { type HomeQuery, type ShopWork, workOf } from "./home-rows"
import { linesOf } from "./line-rows"
import { pageOf } from "./page-rows"
import { insertPartition } from "./partition-rows"
import { ordersPlaced } from "./placed-rows"
import {
  type OrderBacklog,
  orderBacklog,
  type PlatformOrderFilters,
  type PlatformOrderPage,
  pageOfPlatform,
} from "./platform-page-rows"
import { pageOfReturns } from "./return-rows"
import { partitionFrom, viewOf } from "./rows"
import { moveRow } from "./transition-rows"
import type {
  CancellationChange,
  MoveVendorOrderInput,
  Paging,
  PlacedOrder,
  PlacedPage,
  RecordedPartition,
  RecordedVendorOrder,
  RecordPartitionInput,
  ShopCustomer,
  ShopCustomerFilters,
  ShopCustomerSort,
  ShopReturn,
  ShopReturnFilters,
  SoldLine,
  VendorOrderFilters,
  VendorOrderPage,
  VendorOrderPaging,
  VendorOrderView,
} from "./types"

const reason = z.enum(REFUND_REASONS)

const VendorOrderSettings = z.object({
  commission_rate_bps: z.number().int().min(0).max(10_000).default(1000),
  /** What ids of a shop's customers are made with; another one gives all of them other ids. */
  secret: z.string().min(1),
  /** Why a refund charges the gateway's fee to the shop, or keeps it from the buyer; else the platform bears it. */
  fee_bearers: z
    .strictObject({ vendor_reasons: z.array(reason), buyer_reasons: z.array(reason) })
    .default({ vendor_reasons: [], buyer_reasons: [] }),
})

type VendorOrderSettings = z.infer<typeof VendorOrderSettings>

class VendorOrderModuleService extends CollectionService {
  private readonly settings: VendorOrderSettings
  private readonly customerKey: string

  constructor(container: Record<string, unknown>, options?: unknown) {
    super(container)
    this.settings = VendorOrderSettings.parse(options ?? {})
    this.customerKey = customerKey(this.settings.secret)
  }

  /** The platform's commission on items, in basis points, for shops without a rate of their own. */
  get platform_rate_bps(): number {
    return this.settings.commission_rate_bps
  }

  /** Who bears the fee that the gateway does not give back. */
  faultOf(reasonCode: RefundReason): Fault {
    return faultOf(reasonCode, this.settings.fee_bearers)
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
    return (await insertPartition(sharedContext, input)) ?? this.partitionOf(input.order_id, sharedContext)
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

    return partitionFrom(partition, orders)
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
    const row = await this.findOfVendor(input.vendor_id, input.id, sharedContext)
    await moveRow(sharedContext, row, input)

    return { ...row, status: input.to }
  }

  /** One page of a vendor's orders, newest first unless told otherwise. */
  @InjectManager()
  async listOfVendor(
    filters: VendorOrderFilters,
    page: VendorOrderPaging,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<VendorOrderPage> {
    return pageOf(sharedContext, filters, page)
  }

  /** One order of the vendor. @throws not found for another vendor's */
  @InjectManager()
  async findOfVendor(
    vendorId: string,
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<VendorOrderView> {
    const [row] = await this.listVendorOrders(
      { id, vendor_id: boundVendor(vendorId) },
      { take: 1 },
      sharedContext
    )
    if (!row) {
      throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `Vendor order ${id} was not found.`)
    }

    return viewOf(row)
  }

  /** What the vendor sold in these of its orders, and how far it has come. */
  @InjectManager()
  async linesOfVendor(
    vendorId: string,
    vendorOrderIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SoldLine[]> {
    return linesOf(sharedContext, vendorId, vendorOrderIds)
  }

  /** Who has bought these of its orders, by the id of the commercial order. */
  @InjectManager()
  async buyersOfVendor(
    vendorId: string,
    vendorOrderIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, Buyer>> {
    return buyersOf(sharedContext, vendorId, vendorOrderIds)
  }

  /** What the shop has to do with its orders, and what it has sold. */
  @InjectManager()
  async workOf(query: HomeQuery, @MedusaContext() sharedContext: Context = {}): Promise<ShopWork> {
    return workOf(sharedContext, query)
  }

  @InjectManager()
  async listCustomersOfVendor(
    filters: ShopCustomerFilters,
    page: Paging<ShopCustomerSort>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ customers: ShopCustomer[]; count: number }> {
    return pageOfCustomers(sharedContext, this.customerKey, filters, page)
  }

  @InjectManager()
  async findCustomerOfVendor(
    vendorId: string,
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ customer: ShopCustomer; vendor_order_ids: string[] } | null> {
    return findCustomer(sharedContext, this.customerKey, vendorId, id)
  }

  @InjectManager()
  async listReturnsOfVendor(
    filters: ShopReturnFilters,
    page: Pick<Paging<"created_at">, "take" | "skip" | "is_ascending">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ returns: ShopReturn[]; count: number }> {
    return pageOfReturns(sharedContext, filters, page)
  }

  /** Notes how far it has come; what the vendor order becomes with it stands or falls with the note. */
  @InjectTransactionManager()
  async advanceCancellation(
    id: string,
    change: CancellationChange,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    if (change.move) {
      await this.moveVendorOrder(change.move, sharedContext)
    }
    await cancellations.advanceCancellation(sharedContext, id, change)
  }

  /** One page of the orders of all vendors, with what was given back of each: for staff. */
  @InjectManager()
  async listOfPlatform(
    filters: PlatformOrderFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PlatformOrderPage> {
    return pageOfPlatform(sharedContext, filters, page)
  }

  @InjectManager()
  async readBacklog(@MedusaContext() sharedContext: Context = {}): Promise<OrderBacklog> {
    return orderBacklog(sharedContext)
  }

  /** The next vendor orders of a period, of all vendors: for staff. */
  @InjectManager()
  async listPlaced(page: PlacedPage, @MedusaContext() sharedContext: Context = {}): Promise<PlacedOrder[]> {
    return ordersPlaced(sharedContext, page)
  }
}

export default VendorOrderModuleService
