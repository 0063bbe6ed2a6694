import type { MedusaContainer } from "@medusajs/framework/types"
import { GatewayRefusedError } from "../../lib/gateway"
import { isNearlyDue, isStuckAnswer } from "../../modules/dispute/domain/clock"
import type { DisputeCase } from "../../modules/dispute/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { disputeBooks, disputesOf } from "./books"
import { answerOf } from "./evidence"
import { takeGatewayDispute } from "./take-gateway-dispute"

export type Decision = "contest" | "accept"

const STATES = { contest: "submitting", accept: "accepting" } as const

/** A gateway that was not reached is asked again; one that has asked for an answer so often is left to people. */
const MOST_ANSWERS = 3

const MESSAGES: Record<Decision, string> = {
  contest: "The goods were delivered as ordered. The evidence is attached.",
  accept: "The buyer's claim is accepted.",
}

const deskOf = (container: MedusaContainer, { gateway }: DisputeCase) =>
  container.resolve<GatewayModuleService>(GATEWAY_MODULE).disputesAt(gateway ?? "")

/**
 * Answers a chargeback: what is about to be sent is committed first, and a call whose outcome is not known is looked up before
 * another is made. Null when the case does not wait for an answer.
 */
export async function answerGateway(
  container: MedusaContainer,
  {
    dispute,
    decision,
    actor,
    message,
  }: { dispute: DisputeCase; decision: Decision; actor: string; message?: string }
): Promise<DisputeCase | null> {
  const moved = await disputesOf(container).moveCase(
    {
      id: dispute.id,
      to: STATES[decision],
      actor,
      reason: message ?? null,
      changes: {
        called_at: new Date(),
        last_error: null,
        submit_count: dispute.submit_count + 1,
        ...(actor === BY_CLOCK ? {} : { ruled_by: actor, ruling: message ?? null }),
      },
    },
    disputeBooks(container)
  )

  return moved && send(container, moved.dispute, { decision })
}

export const BY_CLOCK = "clock"

export const mayAnswerByItself = ({ submit_count }: DisputeCase) => submit_count < MOST_ANSWERS

/** Goes on with an answer of which it is not known whether it has arrived. */
export async function resumeAnswer(
  container: MedusaContainer,
  dispute: DisputeCase,
  now: Date
): Promise<void> {
  const decision = dispute.state === "accepting" ? "accept" : "contest"
  try {
    const found = await lookUp(container, dispute)
    // Still asked for: the call has certainly not been carried out.
    if (found.state === dispute.state) {
      await disputesOf(container).noteCase(dispute.id, { called_at: new Date() })
      await send(container, dispute, { decision, is_text_alone: isNearlyDue(dispute.due_at, now) })
    }
  } finally {
    await tellWhenStuck(container, dispute, now)
  }
}

/** An answer that fails again and again would be lost in silence. */
async function tellWhenStuck(container: MedusaContainer, before: DisputeCase, now: Date): Promise<void> {
  const { id, state } = before
  const dispute = await disputesOf(container).findCase(id)
  const [begun] = await disputesOf(container).listDisputeTransitions(
    { dispute_id: id, to_state: state },
    { take: 1, order: { created_at: "DESC" } }
  )
  const since = new Date(begun?.created_at ?? before.created_at)
  if (dispute?.state === state && isStuckAnswer({ since, due_at: dispute.due_at }, now)) {
    await notifyStaff(container, {
      key: `dispute:${id}:stuck:${dispute.submit_count}`,
      title: "A chargeback cannot be answered",
      description: `The answer to case ${id}, due ${dispute.due_at.toISOString()}, fails since ${since.toISOString()} and is tried again: ${dispute.last_error ?? "the gateway does not answer."}`,
    })
  }
}

async function send(
  container: MedusaContainer,
  dispute: DisputeCase,
  { decision, is_text_alone = false }: { decision: Decision; is_text_alone?: boolean }
): Promise<DisputeCase> {
  try {
    const message = dispute.ruling ?? MESSAGES[decision]
    // Near the deadline a file that nobody can open, or upload, must not keep back what is written.
    const answer = await answerOf(container, dispute, { message, has_file: !is_text_alone })
    await deskOf(container, dispute)[decision](answer)
  } catch (error) {
    return afterFailure(container, dispute, error)
  }
  if (decision === "contest") {
    await disputesOf(container).moveCase(
      {
        id: dispute.id,
        to: "submitted",
        actor: "gateway",
        changes: { called_at: null, submitted_at: new Date() },
      },
      disputeBooks(container)
    )
  }

  // Accepted is what the gateway says is accepted.
  return lookUp(container, dispute).catch(() => dispute)
}

async function afterFailure(
  container: MedusaContainer,
  dispute: DisputeCase,
  error: unknown
): Promise<DisputeCase> {
  const last_error = error instanceof Error ? error.message : String(error)
  await disputesOf(container).noteCase(dispute.id, { last_error })
  if (!(error instanceof GatewayRefusedError)) {
    return dispute
  }
  const now = await lookUp(container, dispute).catch(() => dispute)
  if (now.state !== dispute.state) {
    return now
  }
  const back = await disputesOf(container).moveCase(
    { id: dispute.id, to: "open", actor: "gateway", reason: last_error, changes: { called_at: null } },
    disputeBooks(container)
  )
  await notifyStaff(container, {
    key: `dispute:${dispute.id}:refused:${dispute.submit_count}`,
    title: "A gateway refused the answer to a chargeback",
    description: `Case ${dispute.id}, due ${dispute.due_at.toISOString()}: ${last_error}`,
  })

  return back?.dispute ?? dispute
}

/** Asks the gateway where a dispute stands. @throws GatewayUnavailableError */
export async function lookUp(container: MedusaContainer, dispute: DisputeCase): Promise<DisputeCase> {
  const told = await deskOf(container, dispute).find(dispute.gateway_dispute_id ?? "")
  const taken = told && (await takeGatewayDispute(container, { gateway: dispute.gateway ?? "", told }))

  return taken ?? (await disputesOf(container).findCase(dispute.id)) ?? dispute
}
