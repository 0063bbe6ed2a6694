import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { UnreadDispute } from "../../lib/gateway-dispute"
import type { DisputeCase } from "../../modules/dispute/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { answerGateway, BY_CLOCK, lookUp, mayAnswerByItself, resumeAnswer } from "./answer-gateway"
import { disputesOf } from "./books"
import { refundCase } from "./refund-case"
import { takeGatewayDispute } from "./take-gateway-dispute"

const PAGE = 200
const DAY_MS = 86_400_000
/** How far back disputes are asked for that are over, and that nobody told us of. */
const LOOK_BACK_DAYS = 14
/** How long a call of a gateway may be under way; longer than its time-outs. */
const IN_FLIGHT_MS = 120_000

export type FollowedDisputes = { told: number; answered: number; refunded: number; failed: number }

/** Asks the gateways, answers what is due, and goes on with what was interrupted. */
export async function followDisputes(container: MedusaContainer, now: Date): Promise<FollowedDisputes> {
  const done: FollowedDisputes = { told: 0, answered: 0, refunded: 0, failed: 0 }
  const told = await pollGateways(container, now, done)
  let after = ""
  for (;;) {
    const cases = await disputesOf(container).casesToFollow({ after, take: PAGE })
    for (const dispute of cases) {
      await safely(container, dispute.id, done, () => follow(container, dispute, { now, done, told }))
    }
    const last = cases.at(-1)
    if (!last) {
      return done
    }
    after = last.id
  }
}

/** What an event of a gateway leads to: the gateway itself is asked. @throws GatewayUnavailableError */
export async function followGatewayDispute(
  container: MedusaContainer,
  { gateway, gateway_dispute_id }: { gateway: string; gateway_dispute_id: string | null }
): Promise<string> {
  const desk = container.resolve<GatewayModuleService>(GATEWAY_MODULE).disputesAt(gateway)
  const told = gateway_dispute_id ? await desk.find(gateway_dispute_id) : null
  if (!told) {
    return "ignored"
  }
  await takeGatewayDispute(container, { gateway, told })

  return "dispute_followed"
}

async function pollGateways(
  container: MedusaContainer,
  now: Date,
  done: FollowedDisputes
): Promise<Set<string>> {
  const known = new Set<string>()
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS)
  for (const gateway of gateways.gatewaysWithDisputes()) {
    await safely(container, gateway, done, async () => {
      const { disputes, unread } = await gateways.disputesAt(gateway).list(since)
      for (const row of unread) {
        await tellOfUnread(container, gateway, row)
        done.failed += 1
      }
      for (const told of disputes) {
        await safely(container, told.gateway_dispute_id, done, async () => {
          const dispute = await takeGatewayDispute(container, { gateway, told })
          known.add(dispute?.id ?? "")
          done.told += 1
        })
      }
    })
  }

  return known
}

/** No case is open for it, so that nobody answers it by itself. */
async function tellOfUnread(
  container: MedusaContainer,
  gateway: string,
  { gateway_dispute_id, why, is_passing }: UnreadDispute
): Promise<void> {
  const name = gateway_dispute_id ?? "without a number"
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`Dispute ${name} of ${gateway} could not be read: ${why}`)
  if (!is_passing) {
    await notifyStaff(container, {
      key: `dispute:${gateway}:${name}:unread`,
      title: "A chargeback could not be read",
      description: `Dispute ${name} of ${gateway} is listed, and could not be read: answer it at the gateway by hand. ${why}`,
    })
  }
}

async function follow(
  container: MedusaContainer,
  dispute: DisputeCase,
  { now, done, told }: { now: Date; done: FollowedDisputes; told: Set<string> }
): Promise<void> {
  if (dispute.state === "refunding") {
    done.refunded += (await refundCase(container, dispute)).state === "lost" ? 1 : 0
    return
  }
  if (dispute.kind === "buyer") {
    await tellWhenDue(container, dispute, now)
    return
  }
  const isInFlight = now.getTime() - (dispute.called_at?.getTime() ?? 0) < IN_FLIGHT_MS
  if ((dispute.state === "submitting" || dispute.state === "accepting") && !isInFlight) {
    await resumeAnswer(container, dispute, now)
  } else if (dispute.state === "submitted" && !told.has(dispute.id)) {
    await lookUp(container, dispute)
  } else if (dispute.state === "open" && dispute.act_at <= now) {
    await answerDue(container, dispute, done)
  }
}

/** Nobody has acted: what is known of the sale is sent, because silence loses. */
async function answerDue(
  container: MedusaContainer,
  dispute: DisputeCase,
  done: FollowedDisputes
): Promise<void> {
  if (!mayAnswerByItself(dispute)) {
    await notifyStaff(container, {
      key: `dispute:${dispute.id}:unanswered`,
      title: "A chargeback has to be answered by hand",
      description: `Case ${dispute.id} was answered ${dispute.submit_count} times, and the gateway still asks; due ${dispute.due_at.toISOString()}.`,
    })
    return
  }
  done.answered += (await answerGateway(container, { dispute, decision: "contest", actor: BY_CLOCK })) ? 1 : 0
}

/** Who has to answer a buyer has had the time for it: staff decide. */
async function tellWhenDue(container: MedusaContainer, dispute: DisputeCase, now: Date): Promise<void> {
  if (dispute.due_at <= now) {
    await notifyStaff(container, {
      key: `dispute:${dispute.id}:due`,
      title: "A buyer's case has to be decided",
      description: `Case ${dispute.id} on order ${dispute.order_id} was due ${dispute.due_at.toISOString()}.`,
    })
  }
}

/** One that fails must not stop the others. */
async function safely(
  container: MedusaContainer,
  id: string,
  done: FollowedDisputes,
  act: () => Promise<unknown>
): Promise<void> {
  try {
    await act()
  } catch (error) {
    done.failed += 1
    const reason = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Dispute ${id} will be followed again: ${reason}`)
  }
}
