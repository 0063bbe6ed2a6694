import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type { Collection } from "../../../modules/vendor-order/collection-types"
import { prepaySession } from "../../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { showCollected } from "../show-collected"
import { takeBackGoods } from "../take-back-goods"

/**
 * Brings Medusa's order up to what happened at the door. The books have it already, so a failure here undoes nothing: the job
 * that finishes cancellations goes on. To be run with the order's lock.
 */
export const followCollectionsStep = createStep(
  "follow-collections",
  async ({ order_id }: { order_id: string }, { container }) => {
    try {
      await followCollections(container, order_id)
    } catch (error) {
      const message =
        error instanceof Error || MedusaError.isMedusaError(error) ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Order ${order_id} does not show yet what was collected of it: ${message}`)
      return new StepResponse({ is_followed: false })
    }

    return new StepResponse({ is_followed: true })
  }
)

async function followCollections(container: MedusaContainer, order_id: string): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const collections = await service.collectionsOf(order_id)
  const left = collections.filter(({ state, followed_at }) => state !== "due" && followed_at === null)
  if (!left.length) {
    return
  }
  for (const refused of left.filter(({ state }) => state === "refused")) {
    await takeBackGoods(container, refused)
  }
  await showCollected(container, { order_id, collections })
  await shutPages(container, left)
  for (const { vendor_order_id, vendor_id } of left) {
    await service.noteFollowed({ vendor_order_id, vendor_id })
  }
}

/** Links on which the buyer could have paid before; money that comes on one that cannot be shut goes back. */
async function shutPages(container: MedusaContainer, ended: Collection[]): Promise<void> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  for (const { vendor_order_id } of ended) {
    const page = await gateway.findTransactionOfSession(prepaySession(vendor_order_id))
    if (page) {
      await gateway.withdraw(page.reference)
    }
  }
}
