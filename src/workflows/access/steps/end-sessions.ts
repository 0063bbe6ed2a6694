import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import type { EndSessionsOfActorInput } from "../../../modules/access/session-rows"

/** Ends what users or buyers are signed in with at this moment, in every process; they may sign in again. */
export const endSessionsStep = createStep(
  "end-sessions",
  async (input: EndSessionsOfActorInput, { container }) => {
    const ended = await container.resolve<AccessModuleService>(ACCESS_MODULE).endSessionsOfActor(input)

    return new StepResponse({ ids: ended.ids }, ended)
  },
  async (ended, { container }) => {
    if (ended) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).reviveSessions(ended)
    }
  }
)
