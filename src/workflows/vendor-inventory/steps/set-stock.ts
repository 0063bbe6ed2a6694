import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, isLockHeld, notAllowed } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { SetStockInput } from "../../../modules/vendor/stock-service"

/**
 * Sets levels of a shop. Behind core's own locks of the items, which checkouts and fulfilments take too: a checkout
 * that has seen three pieces reserves them before anybody can take them out of the stock.
 */
export const setStockStep = createStep(
  "set-vendor-stock",
  async (input: SetStockInput, { container }) => {
    if (!input.levels.length) {
      return new StepResponse([], [])
    }
    const ids = input.levels.map(({ inventory_item_id }) => inventory_item_id)
    const changes = await behindLocks(container, ids, () => vendors(container).setStock(input))

    return new StepResponse(changes, changes)
  },
  async (changes, { container }) => {
    if (changes?.length) {
      await vendors(container).revertStock(changes)
    }
  }
)

const vendors = (container: MedusaContainer) => container.resolve<VendorModuleService>(VENDOR_MODULE)

async function behindLocks<Result>(
  container: MedusaContainer,
  itemIds: string[],
  work: () => Promise<Result>
): Promise<Result> {
  try {
    // Sorted, so that two batches wait for each other in one order.
    return await container.resolve(Modules.LOCKING).execute(itemIds.toSorted(), work)
  } catch (error) {
    if (isLockHeld(error as Error)) {
      throw notAllowed(
        ErrorCode.STOCK_CHANGED,
        "Another request is changing the same stock. Ask again in a moment."
      )
    }
    throw error
  }
}
