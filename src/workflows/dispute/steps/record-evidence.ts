import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { disputesOf } from "../books"
import { findFor } from "../dispute-view"
import { cannotMove, disputeNotFound } from "../refusals"

type EvidenceInput = {
  id: string
  dispute_id: string
  author: "vendor" | "buyer"
  vendor_id: string | null
  file_id: string
  file_key_ciphertext: string
  filename: string
  mime_type: string
  size_bytes: number
  note: string | null
  uploaded_by: string
}

const MOST_FILES = 10

/** Before a file is stored: a case of others, or one that is decided, takes none. */
export const assertTakesEvidenceStep = createStep(
  "assert-case-takes-evidence",
  async ({ dispute_id, vendor_id }: Pick<EvidenceInput, "dispute_id" | "vendor_id">, { container }) => {
    const { dispute, shares } = await findFor(container, dispute_id)
    if (vendor_id !== null && !shares.some((share) => share.vendor_id === vendor_id)) {
      throw disputeNotFound(dispute_id)
    }
    // What the buyer shows is for the platform; of a chargeback it is the bank that asks the buyer.
    if (dispute.state !== "open" || (vendor_id === null && dispute.kind !== "buyer")) {
      throw cannotMove(dispute.state, "given evidence")
    }
    const files = await disputesOf(container).listDisputeEvidences(
      { dispute_id, vendor_id },
      { select: ["id"] }
    )
    if (files.length >= MOST_FILES) {
      throw notAllowed(
        ErrorCode.DISPUTE_EVIDENCE_LIMIT_REACHED,
        `Each side shows at most ${MOST_FILES} files in a case.`
      )
    }

    return new StepResponse(undefined)
  }
)

export const recordEvidenceStep = createStep(
  "record-dispute-evidence",
  async (input: EvidenceInput, { container }) => {
    await disputesOf(container).createDisputeEvidences([input])

    return new StepResponse({ id: input.id }, input.id)
  },
  async (id, { container }) => {
    if (id) {
      await disputesOf(container).deleteDisputeEvidences([id])
    }
  }
)
