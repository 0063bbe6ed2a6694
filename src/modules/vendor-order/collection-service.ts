import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { AfterSaleService } from "./after-sale-service"
import * as rows from "./collection-rows"
import type {
  BuyerIdentity,
  CloseUncollectedInput,
  CollectInput,
  Collection,
  CollectionBooks,
  HeldCash,
  HeldCashPage,
  OfVendor,
  PrepayInput,
  UntoldCollection,
} from "./collection-types"
import { insertRefund } from "./refund-rows"
import { moveRow } from "./transition-rows"

/** What is collected at the door. A row and its entry in the books stand or fall together. */
export class CollectionService extends AfterSaleService {
  @InjectManager()
  async collectionsOf(orderId: string, @MedusaContext() sharedContext: Context = {}): Promise<Collection[]> {
    return rows.collectionsOf(sharedContext, orderId)
  }

  /** Once per vendor order, exactly what is due. False when it cannot be collected, or was. */
  @InjectTransactionManager()
  async collect(
    input: CollectInput,
    books: CollectionBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const collected = await rows.collect(sharedContext, input)
    if (collected) {
      await books(collected, sharedContext)
    }

    return collected !== null
  }

  /** Paid by a link instead of at the door, once. False when that cannot be any more; the gateway's receipt is in the books. */
  @InjectManager()
  async prepay(input: PrepayInput, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    return rows.prepay(sharedContext, input)
  }

  /** A part that nobody has paid is off: canceled, or refused at the door. False when that is decided already. */
  @InjectTransactionManager()
  async closeUncollected(
    input: CloseUncollectedInput,
    books: CollectionBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const closed = await rows.closeUncollected(sharedContext, input)
    if (!closed) {
      return false
    }
    await insertRefund(sharedContext, input.refund_key, [
      { ...input.part, vendor_order_id: closed.vendor_order_id },
    ])
    if (input.to === "refused") {
      const [row] = await this.listVendorOrders({ id: closed.vendor_order_id }, { take: 1 }, sharedContext)
      if (!row) {
        throw new RangeError(`Vendor order ${closed.vendor_order_id} is gone, and its collection is not`)
      }
      // All of it may have come back by a return before.
      if (row.status !== input.move.to) {
        await moveRow(sharedContext, row, input.move)
      }
    }
    await books(closed, sharedContext)

    return true
  }

  @InjectManager()
  async unfollowedOrders(
    page: { before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return rows.unfollowedOrders(sharedContext, page)
  }

  @InjectManager()
  async noteFollowed(of: OfVendor, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await rows.noteFollowed(sharedContext, of)
  }

  /** The vendor's cash is in the platform's bank. False when it was, or was never with the vendor. */
  @InjectTransactionManager()
  async remitCash(
    of: OfVendor,
    books: (context: Context) => Promise<void>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const isNew = await rows.noteRemitted(sharedContext, of)
    if (isNew) {
      await books(sharedContext)
    }

    return isNew
  }

  /** The vendor has kept its cash for too long. False when that was noted, or the cash is with it no more. */
  @InjectTransactionManager()
  async oweCash(
    of: OfVendor,
    books: (context: Context) => Promise<void>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const isNew = await rows.noteOwed(sharedContext, of)
    if (isNew) {
      await books(sharedContext)
    }

    return isNew
  }

  @InjectManager()
  async heldCash(page: HeldCashPage, @MedusaContext() sharedContext: Context = {}): Promise<HeldCash[]> {
    return rows.heldCash(sharedContext, page)
  }

  @InjectManager()
  async listUntoldCollections(
    of: { delivered_before: Date; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<UntoldCollection[]> {
    return rows.untoldCollections(sharedContext, of)
  }

  /** How many parcels a buyer has refused so far without the shop's fault. */
  @InjectManager()
  async refusalsOf(buyer: BuyerIdentity, @MedusaContext() sharedContext: Context = {}): Promise<number> {
    return rows.refusalsOf(sharedContext, buyer)
  }
}
