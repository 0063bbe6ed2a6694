import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import type { EndSessionsOfLoginInput } from "../../../modules/access/session-rows"

export const endSessionsOfLoginStep = createStep(
  "end-sessions-of-login",
  async (input: EndSessionsOfLoginInput, { container }) => {
    const ended = await container.resolve<AccessModuleService>(ACCESS_MODULE).endSessionsOfLogin(input)

    return new StepResponse({ ids: ended.ids }, ended)
  },
  async (ended, { container }) => {
    if (ended) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).reviveSessions(ended)
    }
  }
)
