import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../lib/errors"
import { boundVendor } from "../../lib/vendor-scope"
import { CatalogueService } from "./catalogue-service"
import { EMPTY_LEVEL, type StockProblem, stockProblem, type WantedLevel } from "./domain/stock-level"
import {
  countPromotions,
  findPromotions,
  type PromotionFilters,
  type PromotionPage,
} from "./promotion-queries"
import {
  findShippingOptions,
  findShippingPlace,
  type ShippingFilters,
  type ShippingPage,
} from "./shipping-queries"
import {
  findInventory,
  findOwnItems,
  findStockLocations,
  type InventoryFilters,
  type InventoryPage,
  lockLevels,
  lockStockPlace,
  revertLevels,
  type StockChange,
  writeLevels,
} from "./stock-queries"
import { type StockThreshold, thresholdsOf, writeThresholds } from "./threshold-rows"

export type SetStockInput = { vendor_id: string; levels: WantedLevel[] }

export type SetThresholdsInput = { vendor_id: string; thresholds: StockThreshold[] }

/** A shop's stock, where it lies and how it is sent. Every method takes the vendor's id first and asks nothing without. */
export class StockService extends CatalogueService {
  @InjectManager()
  async findInventory(
    vendorId: string,
    query: { filters: InventoryFilters; page: InventoryPage },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return findInventory(sharedContext, boundVendor(vendorId), query.filters, query.page)
  }

  @InjectManager()
  async findStockLocations(
    vendorId: string,
    page: { take: number; skip: number; is_descending?: boolean; id?: string },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return findStockLocations(sharedContext, boundVendor(vendorId), page)
  }

  @InjectManager()
  async findShippingOptions(
    vendorId: string,
    query: { filters: ShippingFilters; page: ShippingPage },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return findShippingOptions(sharedContext, boundVendor(vendorId), query.filters, query.page)
  }

  @InjectManager()
  async findShippingPlace(vendorId: string, @MedusaContext() sharedContext: Context = {}) {
    return findShippingPlace(sharedContext, boundVendor(vendorId))
  }

  @InjectManager()
  async findPromotions(
    vendorId: string,
    query: { filters: PromotionFilters; page: PromotionPage },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return findPromotions(sharedContext, boundVendor(vendorId), query.filters, query.page)
  }

  @InjectManager()
  async countPromotions(vendorId: string, @MedusaContext() sharedContext: Context = {}) {
    return countPromotions(sharedContext, boundVendor(vendorId))
  }

  /** Sets levels at the shop's own place, all or none, and answers what they were. */
  @InjectTransactionManager()
  async setStock(
    { vendor_id, levels }: SetStockInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StockChange[]> {
    boundVendor(vendor_id)
    const locationId = await lockStockPlace(sharedContext, vendor_id)
    const ids = levels.map(({ inventory_item_id }) => inventory_item_id)
    await assertOwnItems(sharedContext, vendor_id, ids)
    if (!locationId) {
      throw invalidData(ErrorCode.STOCK_LOCATION_MISSING, "The shop has no stock location yet.")
    }
    const stored = new Map(
      (await lockLevels(sharedContext, locationId, ids)).map((level) => [level.inventory_item_id, level])
    )
    const changes = levels.map((level) => {
      const before = stored.get(level.inventory_item_id)
      assertSettable(level, stockProblem(level, before ?? EMPTY_LEVEL))

      return {
        level_id: before?.id ?? generateEntityId(undefined, "ilev"),
        inventory_item_id: level.inventory_item_id,
        from: before?.stocked_quantity ?? 0,
        to: level.stocked_quantity,
        is_new: !before,
      }
    })
    await writeLevels(
      sharedContext,
      locationId,
      changes.map(({ level_id, inventory_item_id, to }) => ({
        id: level_id,
        inventory_item_id,
        stocked_quantity: to,
      }))
    )

    return changes
  }

  /** Says when a shop has little left of some of its items, and answers what it said before. */
  @InjectTransactionManager()
  async setThresholds(
    { vendor_id, thresholds }: SetThresholdsInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StockThreshold[]> {
    boundVendor(vendor_id)
    const ids = thresholds.map(({ inventory_item_id }) => inventory_item_id)
    await lockStockPlace(sharedContext, vendor_id)
    await assertOwnItems(sharedContext, vendor_id, ids)
    const before = await thresholdsOf(sharedContext, vendor_id, ids)
    await writeThresholds(sharedContext, vendor_id, thresholds)

    return before
  }

  /** For a workflow whose later step failed. */
  @InjectManager()
  async revertStock(changes: StockChange[], @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await revertLevels(sharedContext, changes)
  }
}

async function assertOwnItems(context: Context, vendorId: string, ids: string[]): Promise<void> {
  const own = await findOwnItems(context, vendorId, ids)
  const foreign = ids.find((id) => !own.has(id))
  if (foreign) {
    throw notFound(ErrorCode.INVENTORY_ITEM_NOT_FOUND, `Inventory item ${foreign} was not found.`)
  }
}

function assertSettable({ inventory_item_id }: WantedLevel, problem: StockProblem | null): void {
  if (problem === "stock_changed") {
    throw notAllowed(
      ErrorCode.STOCK_CHANGED,
      `The stock of ${inventory_item_id} was changed meanwhile. Look at it again.`
    )
  }
  if (problem === "stock_below_reserved") {
    throw invalidData(
      ErrorCode.STOCK_BELOW_RESERVED,
      `Pieces of ${inventory_item_id} are reserved for open orders: its stock cannot be less than those.`
    )
  }
}
