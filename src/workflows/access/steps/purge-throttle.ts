import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { THROTTLE_MODULE } from "../../../modules/throttle"
import type ThrottleModuleService from "../../../modules/throttle/service"

/** What ran out counts nothing any more, so there is nothing to take back. */
export const purgeThrottleStep = createStep("purge-throttle", async (_: undefined, { container }) => {
  const removed = await container.resolve<ThrottleModuleService>(THROTTLE_MODULE).purge(new Date())

  return new StepResponse({ removed })
})
