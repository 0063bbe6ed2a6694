import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WEBHOOK_MODULE } from "../../../modules/webhook"
import type WebhookModuleService from "../../../modules/webhook/service"
import type { ClaimedEvent } from "../../../modules/webhook/types"
import { followGatewayDispute } from "../../dispute/follow-disputes"
import { notifyStaff } from "../../notify-staff"
import { followPayout } from "../../payout/follow-payouts"
import { followRefunds } from "../follow-refunds"
import { settleTransactionWorkflow } from "../workflows/settle-transaction"

export type ProcessInboxEventInput = { event_id: string }

const LEASE_SECONDS = 120
/** As providers name what is authentic and no event that they know. */
const UNREADABLE = "unreadable"

type InboxEvent = Pick<ClaimedEvent, "id" | "gateway" | "type" | "reference" | "payload">

/**
 * Acts on one stored event, unless another worker has it. A failure goes back into the inbox with back-off; what
 * the event leads to is idempotent, so a worker killed half-way is simply followed by another.
 */
export const processInboxEventStep = createStep(
  "process-inbox-event",
  async ({ event_id }: ProcessInboxEventInput, { container }) => {
    const inbox = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
    const event = await inbox.claimOne(event_id, new Date(), LEASE_SECONDS)

    return new StepResponse(event ? await processEvent(container, inbox, event) : "not_due")
  }
)

/** Acts on an event that the caller has claimed. */
export async function processEvent(
  container: MedusaContainer,
  inbox: WebhookModuleService,
  event: InboxEvent
): Promise<string> {
  try {
    const outcome = await actOn(container, event)
    if (outcome === "waiting") {
      await giveUpOrWait(container, inbox, event, "The gateway has no final word on the transaction yet.")
      return outcome
    }
    await inbox.complete(event.id, outcome)
    if (outcome === UNREADABLE) {
      await tellOfEvent(container, event.id, `${event.gateway} sent an event that is not understood.`)
    }

    return outcome
  } catch (error) {
    await giveUpOrWait(container, inbox, event, error instanceof Error ? error.message : String(error))

    return "failed"
  }
}

async function giveUpOrWait(
  container: MedusaContainer,
  inbox: WebhookModuleService,
  { id, gateway, type }: InboxEvent,
  why: string
): Promise<void> {
  if ((await inbox.fail(id, why, new Date())) === "dead") {
    await tellOfEvent(
      container,
      id,
      `The event ${type} of ${gateway} was tried too often, the last time: ${why}`
    )
  }
}

/** What nobody may overlook is in the bell, and in the list of events, from where it can be tried again. */
export const tellOfEvent = (container: MedusaContainer, id: string, description: string): Promise<void> =>
  notifyStaff(container, {
    key: `webhook-event:${id}`,
    title: "An event of a gateway needs a person",
    description: `${description} (${id})`,
  })

/** `charge.dispute.create` and its like, and whatever the other gateway calls a chargeback: a hint to ask. */
const ABOUT_DISPUTES = /^charge\.dispute\.|chargeback/i

async function actOn(
  container: MedusaContainer,
  { gateway, type, reference, payload }: InboxEvent
): Promise<string> {
  if (type === UNREADABLE) {
    return UNREADABLE
  }
  if (ABOUT_DISPUTES.test(type)) {
    const { id } = (payload.data ?? {}) as { id?: unknown }
    return followGatewayDispute(container, {
      gateway,
      gateway_dispute_id: typeof id === "string" ? id : null,
    })
  }
  if (!reference) {
    return "ignored"
  }
  if (type.startsWith("charge.")) {
    const { result } = await settleTransactionWorkflow(container).run({ input: { reference } })
    return result
  }
  if (type.startsWith("refund.")) {
    return followRefunds(container, reference)
  }
  if (type.startsWith("transfer.")) {
    return followPayout(container, reference)
  }

  return "ignored"
}
