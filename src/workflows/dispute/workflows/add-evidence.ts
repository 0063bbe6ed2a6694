import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SealedDocument } from "../../vendor-onboarding/document-file"
import { storeDocumentStep } from "../../vendor-onboarding/steps/store-document"
import { assertTakesEvidenceStep, recordEvidenceStep } from "../steps/record-evidence"

export const addDisputeEvidenceWorkflowId = "add-dispute-evidence"

export type AddEvidenceInput = {
  dispute_id: string
  /** The shop that shows it; null for the buyer of the order. */
  vendor_id: string | null
  file: SealedDocument
  note: string | null
  actor: string
}

/** Stores a file that speaks for one side of a case, encrypted. Whether the case is the buyer's is for the caller to know. */
export const addDisputeEvidenceWorkflow = createWorkflow(
  addDisputeEvidenceWorkflowId,
  (input: AddEvidenceInput) => {
    assertTakesEvidenceStep({ dispute_id: input.dispute_id, vendor_id: input.vendor_id })
    const stored = storeDocumentStep(input.file)
    const recorded = recordEvidenceStep(
      transform({ input, stored }, ({ input: { file, actor, ...of }, stored: { file_id } }) => {
        const { content: _content, ...facts } = file

        return {
          ...facts,
          ...of,
          author: of.vendor_id === null ? ("buyer" as const) : ("vendor" as const),
          file_id,
          uploaded_by: actor,
        }
      })
    )

    return new WorkflowResponse(recorded)
  }
)
