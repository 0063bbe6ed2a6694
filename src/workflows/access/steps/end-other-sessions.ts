import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type { EndOtherSessionsInput } from "../../../modules/access/phone-rows"
import type AccessModuleService from "../../../modules/access/service"

export const endOtherSessionsStep = createStep(
  "end-other-sessions",
  async (input: EndOtherSessionsInput, { container }) => {
    const ended = await container.resolve<AccessModuleService>(ACCESS_MODULE).endOtherSessions(input)

    return new StepResponse({ ids: ended.ids }, ended)
  },
  async (ended, { container }) => {
    if (ended) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).reviveSessions(ended)
    }
  }
)
