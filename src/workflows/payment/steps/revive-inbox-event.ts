import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed, notFound } from "../../../lib/errors"
import { WEBHOOK_MODULE } from "../../../modules/webhook"
import type WebhookModuleService from "../../../modules/webhook/service"

/** There is no compensation: to be tried once more harms nothing, whatever comes of it. */
export const reviveInboxEventStep = createStep(
  "revive-inbox-event",
  async ({ event_id }: { event_id: string }, { container }) => {
    const inbox = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
    const [known] = await inbox.listWebhookEvents({ id: event_id }, { take: 1, select: ["id"] })
    if (!known) {
      throw notFound(ErrorCode.WEBHOOK_EVENT_NOT_FOUND, `Event ${event_id} was not found.`)
    }
    if (!(await inbox.revive(event_id, new Date()))) {
      throw notAllowed(
        ErrorCode.WEBHOOK_EVENT_NOT_DEAD,
        "Only an event that was given up is tried again by hand."
      )
    }

    return new StepResponse({ event_id })
  }
)
