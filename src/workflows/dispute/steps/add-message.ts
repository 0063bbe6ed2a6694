import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isOver } from "../../../lib/dispute-states"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { disputesOf } from "../books"
import { findFor } from "../dispute-view"
import { cannotMove, disputeNotFound } from "../refusals"

/** The holder of a link needs no sign-in to write. */
const MOST_MESSAGES = 200

export type AddMessageInput = {
  dispute_id: string
  author: "buyer" | "vendor" | "staff"
  author_id: string
  /** The shop that writes, or to which alone staff do. */
  vendor_id: string | null
  text: string
}

/** What was said is evidence: it cannot be taken back. */
export const addMessageStep = createStep(
  "add-dispute-message",
  async (input: AddMessageInput, { container }) => {
    const { dispute, shares } = await findFor(container, input.dispute_id)
    if (input.vendor_id && !shares.some(({ vendor_id }) => vendor_id === input.vendor_id)) {
      throw disputeNotFound(input.dispute_id)
    }
    if (isOver(dispute.state)) {
      throw cannotMove(dispute.state, "written in")
    }
    const written = await disputesOf(container).listDisputeMessages(
      { dispute_id: dispute.id },
      { select: ["id"] }
    )
    if (written.length >= MOST_MESSAGES) {
      throw notAllowed(ErrorCode.DISPUTE_REFUSED, `A case takes at most ${MOST_MESSAGES} messages.`)
    }
    await disputesOf(container).addMessage(input)

    return new StepResponse({ id: dispute.id })
  }
)
