import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notFound } from "../../../lib/errors"
import { minorUnitsOf, sumMinor, toMajorUnits } from "../../../lib/money"
import type { DisputeCase, StoredShare } from "../../../modules/dispute/types"
import { notifyStaff } from "../../notify-staff"
import { correctReleases } from "../../payout/release-money"
import { answerGateway } from "../answer-gateway"
import { disputeBooks, disputesOf } from "../books"
import { findFor } from "../dispute-view"
import { freezeAnew } from "../freeze-anew"
import { refundCase } from "../refund-case"
import { cannotMove, disputeNotFound } from "../refusals"

export type ActOnCaseInput = { dispute_id: string; by: string } & (
  | { action: "accept"; vendor_id: string }
  /** Staff decide: for the buyer, with how much goes back of a buyer's case, or for the shop. */
  | { action: "rule"; for: "buyer" | "shop"; reason: string; amount: string | null }
  | { action: "submit"; message: string | null }
  | { action: "name_items"; line_ids: string[] }
)

type Acting = { container: MedusaContainer; dispute: DisputeCase; shares: StoredShare[] }

/**
 * Each change is committed with what it does in the books, and a gateway is called after it, so that nothing here can be unmade
 * and nothing may fail after it.
 */
export const actOnCaseStep = createStep("act-on-case", async (input: ActOnCaseInput, { container }) => {
  const { dispute, shares } = await findFor(container, input.dispute_id)
  const after = await act({ container, dispute, shares }, input)

  return new StepResponse({
    id: dispute.id,
    before: { state: dispute.state },
    after: { state: after.state },
  })
})

function act(acting: Acting, input: ActOnCaseInput): Promise<DisputeCase> {
  switch (input.action) {
    case "accept":
      return accept(acting, input)
    case "rule":
      return rule(acting, input)
    case "submit":
      return contest(acting, { by: input.by, reason: input.message })
    case "name_items":
      return nameItems(acting, input.line_ids)
    default:
      return input satisfies never
  }
}

/** A shop lets the buyer have its share; once all of a case have, so does the case. */
async function accept(
  acting: Acting,
  { vendor_id, by }: Extract<ActOnCaseInput, { action: "accept" }>
): Promise<DisputeCase> {
  const { container, dispute, shares } = acting
  if (!shares.some((share) => share.vendor_id === vendor_id)) {
    throw disputeNotFound(dispute.id)
  }
  if (dispute.state !== "open") {
    throw cannotMove(dispute.state, "accepted")
  }
  const isByAll = await disputesOf(container).acceptShare({ dispute_id: dispute.id, vendor_id, actor: by })
  if (!isByAll) {
    return dispute
  }
  const held = sumMinor(shares.map(({ amount_minor }) => amount_minor))
  if (dispute.kind === "chargeback" && held < dispute.claimed_minor) {
    return leaveToStaff(container, dispute)
  }

  return dispute.kind === "chargeback"
    ? concede(acting, { by, reason: null })
    : giveBack(acting, { by, reason: "The shop has accepted.", refund_minor: held })
}

/**
 * A gateway is told yes to all that is asked for. What went back before is not the shops' to give once more: it is the platform that
 * would, though the refund may be what wins the case.
 */
async function leaveToStaff(container: MedusaContainer, dispute: DisputeCase): Promise<DisputeCase> {
  await notifyStaff(container, {
    key: `dispute:${dispute.id}:accepted`,
    title: "A chargeback that its shops accept asks for more than is left",
    description: `Case ${dispute.id}, due ${dispute.due_at.toISOString()}: some of what it asks for went back before, or is no shop's. Unless staff rule, it is answered with the evidence.`,
  })

  return dispute
}

function rule(acting: Acting, input: Extract<ActOnCaseInput, { action: "rule" }>): Promise<DisputeCase> {
  const { dispute, shares } = acting
  if (dispute.kind === "chargeback") {
    return input.for === "buyer" ? concede(acting, input) : contest(acting, input)
  }
  if (input.for === "shop") {
    return reject(acting, input)
  }
  const held = sumMinor(shares.map(({ amount_minor }) => amount_minor))
  const refund_minor = input.amount === null ? held : minorUnitsOf(input.amount, dispute.currency_code)
  if (refund_minor === null || refund_minor <= 0n || refund_minor > held) {
    throw invalidData(
      ErrorCode.DISPUTE_AMOUNT_INVALID,
      `The amount must be above 0 and at most ${toMajorUnits(held, dispute.currency_code)}.`
    )
  }

  return giveBack(acting, { ...input, refund_minor })
}

type Ruling = { by: string; reason: string | null }

async function contest({ container, dispute }: Acting, { by, reason }: Ruling): Promise<DisputeCase> {
  const message = reason ?? undefined
  const answered =
    dispute.kind === "chargeback" &&
    (await answerGateway(container, { dispute, decision: "contest", actor: by, message }))

  return answered || refuse(dispute, "contested at the gateway")
}

async function concede({ container, dispute }: Acting, { by, reason }: Ruling): Promise<DisputeCase> {
  const message = reason ?? undefined

  return (
    (await answerGateway(container, { dispute, decision: "accept", actor: by, message })) ??
    refuse(dispute, "accepted")
  )
}

async function reject({ container, dispute }: Acting, { by, reason }: Ruling): Promise<DisputeCase> {
  const moved = await disputesOf(container).moveCase(
    { id: dispute.id, to: "won", actor: by, reason, changes: { ruled_by: by, ruling: reason } },
    disputeBooks(container)
  )
  await correctReleases(container, { order_id: dispute.order_id })

  return moved?.dispute ?? refuse(dispute, "decided")
}

async function giveBack(
  { container, dispute }: Acting,
  { by, reason, refund_minor }: Ruling & { refund_minor: bigint }
): Promise<DisputeCase> {
  const moved = await disputesOf(container).moveCase(
    {
      id: dispute.id,
      to: "refunding",
      actor: by,
      reason,
      changes: { ruled_by: by, ruling: reason, refund_minor, refund_count: dispute.refund_count + 1 },
    },
    disputeBooks(container)
  )

  return moved ? refundCase(container, moved.dispute) : refuse(dispute, "decided")
}

/** What a chargeback is about is told by no gateway: staff may name it, so that nobody else's money is held. */
async function nameItems({ container, dispute }: Acting, line_ids: string[]): Promise<DisputeCase> {
  if (dispute.kind !== "chargeback") {
    return refuse(dispute, "given other items")
  }
  const wish = { dispute, line_ids, amount_minor: dispute.claimed_minor }
  const isNamed = await freezeAnew(container, wish, (frozen) => {
    if (frozen.items.length < line_ids.length) {
      throw notFound(ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND, "A line that was named is not in this order.")
    }

    return disputesOf(container).nameItems(dispute.id, frozen, disputeBooks(container))
  })

  return isNamed ? dispute : refuse(dispute, "given other items")
}

function refuse({ state }: DisputeCase, what: string): never {
  throw cannotMove(state, what)
}
