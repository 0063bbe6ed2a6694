import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OUTGOING_EVENT_MODULE } from "../../../modules/outgoing-event"
import type OutgoingEventModuleService from "../../../modules/outgoing-event/service"

const BATCH = 500
const MAX_BATCHES = 20
const DAY_MS = 24 * 60 * 60 * 1000
/** How long one that was sent stays, for people who look for it. */
const KEPT_DAYS = 7

/** Nothing to undo: an event that has left cannot be called back. */
export const sendEventsStep = createStep("send-outgoing-events", async (_: undefined, { container }) => {
  const events: OutgoingEventModuleService = container.resolve(OUTGOING_EVENT_MODULE)
  const bus = container.resolve(Modules.EVENT_BUS)
  let sent = 0
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const count = await events.sendDue(BATCH, (messages) => bus.emit(messages))
    sent += count
    if (count < BATCH) {
      break
    }
  }
  await events.purge({ before: new Date(Date.now() - KEPT_DAYS * DAY_MS), limit: BATCH * MAX_BATCHES })

  return new StepResponse({ sent })
})
