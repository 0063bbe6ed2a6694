import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { ownedLock } from "../../owned-lock"
import { openShopStep } from "../steps/open-shop"
import { approveVendorWorkflow } from "./approve-vendor"

export const openHouseWorkflowId = "open-house"

export type OpenHouseInput = { name?: string; contact_email?: string }

/**
 * Opens and approves the platform's own shop. Under a lock, because the first two products of a platform may be
 * created at the same moment; what a killed server left pending is approved.
 */
export const openHouseWorkflow = createWorkflow(openHouseWorkflowId, (input: OpenHouseInput) => {
  const lock = transform(input, () => ({
    ...ownedLock("house-vendor", { timeout: 30, ttl: 60 }),
    executeOnSubWorkflow: true,
  }))
  acquireLockStep(lock)
  const { data: found } = useQueryGraphStep({
    entity: "vendor",
    fields: ["id", "status"],
    filters: { is_house: true },
  })

  const opened = when("no-house", { found }, (data) => data.found.length === 0).then(() =>
    openShopStep(
      transform({ input }, (data) => ({
        name: data.input.name ?? "House",
        contact_email: data.input.contact_email ?? "house@localhost",
        is_house: true,
        // The platform takes no commission from itself.
        commission_rate_bps: 0,
        actor: "platform",
      }))
    )
  )
  const house = transform({ found, opened }, (data) => ({
    id: (data.found[0]?.id ?? data.opened?.id) as string,
    is_pending: (data.found[0]?.status ?? "pending") === "pending",
  }))
  when("house-is-pending", { house }, (data) => data.house.is_pending).then(() => {
    approveVendorWorkflow.runAsStep({
      input: transform({ house }, (data) => ({ vendor_id: data.house.id, actor: "platform" })),
    })
  })
  releaseLockStep(lock)

  return new WorkflowResponse(house)
})
