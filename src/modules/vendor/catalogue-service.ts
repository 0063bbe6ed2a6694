import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { changesOf } from "./domain/product-changes"
import { decidableFrom, type ProductState, statusOfDecision } from "./domain/product-status"
import { type ShopAtHome, shopAtHome } from "./home-rows"
import {
  hasUnsentPieces,
  type ProductSummary,
  type ReserveSlotInput,
  reserveSlot,
  summarizeProducts,
} from "./product-queries"
import { approvedContent, contentOfProduct, findWaitingProducts, type WaitingFilters } from "./review-queries"
import { lockProduct, versionOfProduct } from "./review-versions"
import { TeamService } from "./team-service"
import type { DecidedProduct, DecideProductInput } from "./types"
import { spendUploads, type UploadSpending } from "./upload-usage-rows"

const MOVE_PRODUCT = `update product set status = ?, updated_at = now() where id = ? and status = ?`

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

  /** What the first page of a shop says of the shop itself; null when there is none. */
  @InjectManager()
  async shopAtHome(
    vendorId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ShopAtHome | null> {
    return shopAtHome(sharedContext, vendorId)
  }

  /** The state of a product that staff look at and decide on, as one short text. */
  @InjectManager()
  async readProductVersion(
    productId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    return versionOfProduct(sharedContext, productId)
  }

  /**
   * Writes a decision of staff together with the product's new status, if the product is still what they have seen. Core's
   * own update reads and writes in two transactions, between which a shop could change what is about to be shown.
   */
  @InjectTransactionManager()
  async decideProduct(
    { version, ...input }: DecideProductInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DecidedProduct> {
    const { product_id, decision } = input
    const from = (await lockProduct(sharedContext, product_id)) as ProductState | null
    if (!from) {
      throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${product_id} was not found.`)
    }
    if ((await versionOfProduct(sharedContext, product_id)) !== version) {
      throw notAllowed(
        ErrorCode.PRODUCT_CHANGED,
        "The product has changed since you looked at it. Look again."
      )
    }
    if (!decidableFrom[decision].includes(from)) {
      throw notAllowed(
        ErrorCode.PRODUCT_TRANSITION_REFUSED,
        `A product that is ${from} cannot be ${decision}.`
      )
    }
    const to = statusOfDecision[decision]
    await queryRows(sharedContext, MOVE_PRODUCT, [to, product_id, from])
    const content = decision === "approved" ? await contentOfProduct(sharedContext, product_id) : null
    const { id } = await this.createProductDecisions({ ...input, content }, sharedContext)

    return { id, product_id, from, to }
  }

  /** What has changed since it was approved; null for no such product. */
  @InjectManager()
  async readProductChanges(productId: string, @MedusaContext() sharedContext: Context = {}) {
    const approved = await approvedContent(sharedContext, productId)
    const content = await contentOfProduct(sharedContext, productId)

    return (
      content && {
        approved_at: approved?.approved_at ?? null,
        changes: changesOf(approved?.content ?? null, content),
      }
    )
  }

  /** Products of all shops that wait for staff. */
  @InjectManager()
  async findWaitingProducts(
    filters: WaitingFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return findWaitingProducts(sharedContext, filters, page)
  }

  /** Takes a decision back, for a workflow whose later step failed. A product that somebody moved meanwhile stays. */
  @InjectTransactionManager()
  async undoProductDecision(
    { id, product_id, from, to }: DecidedProduct,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(sharedContext, MOVE_PRODUCT, [from, product_id, to])
    await queryRows(sharedContext, `delete from product_decision where id = ?`, [id])
  }

  /** Counts files of a shop against its day; false when they no longer fit. */
  @InjectTransactionManager()
  async spendUploads(
    spending: UploadSpending,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return spendUploads(sharedContext, spending)
  }

  /** Stock and lowest prices of those among these products that the shop owns. */
  @InjectManager()
  async summarizeProducts(
    vendorId: string,
    productIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ProductSummary[]> {
    const id = boundVendor(vendorId)

    return productIds.length ? summarizeProducts(sharedContext, id, productIds) : []
  }

  @InjectManager()
  async hasUnsentPieces(variantId: string, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    return hasUnsentPieces(sharedContext, variantId)
  }
}
