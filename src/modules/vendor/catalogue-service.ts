import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import {
  hasUnsentPieces,
  type ProductSummary,
  type ReserveSlotInput,
  reserveSlot,
  summarizeProducts,
} from "./product-queries"
import { TeamService } from "./team-service"

/** What a shop sells: the places under its limit, and its products at a glance. */
export class CatalogueService extends TeamService {
  /** Takes a place under the limit of a shop for a product that is about to be created; false when none is left. */
  @InjectTransactionManager()
  async reserveProductSlot(
    input: ReserveSlotInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return reserveSlot(sharedContext, input)
  }

  @InjectManager()
  async releaseProductSlot(productId: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await queryRows(sharedContext, `delete from product_slot where product_id = ?`, [productId])
  }

  /** Stock and lowest prices of those among these products that the shop owns. */
  @InjectManager()
  async summarizeProducts(
    vendorId: string,
    productIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ProductSummary[]> {
    if (!vendorId) {
      throw new RangeError("a summary of products needs the vendor's id")
    }

    return productIds.length ? summarizeProducts(sharedContext, vendorId, productIds) : []
  }

  @InjectManager()
  async hasUnsentPieces(variantId: string, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    return hasUnsentPieces(sharedContext, variantId)
  }
}
