import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StaffRole } from "../../../lib/permissions"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

/** `by` null is the operator at the console. */
export type MoveStaffInput = { user_id: string; to: StaffRole | null; by: string | null }

export const moveStaffStep = createStep(
  "move-staff",
  async (input: MoveStaffInput, { container }) => {
    const change = await container.resolve<AccessModuleService>(ACCESS_MODULE).moveStaff(input)

    return new StepResponse(change, change)
  },
  async (change, { container }) => {
    if (change) {
      const { user_id, from } = change
      await container.resolve<AccessModuleService>(ACCESS_MODULE).moveStaff({ user_id, to: from, by: null })
    }
  }
)
