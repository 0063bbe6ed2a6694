import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SealedDocument } from "../../vendor-onboarding/document-file"
import { storeDocumentStep } from "../../vendor-onboarding/steps/store-document"
import { assertTakesEvidenceStep, recordEvidenceStep } from "../steps/record-evidence"

export const addDisputeEvidenceWorkflowId = "add-dispute-evidence"

export type AddEvidenceInput = {
  dispute_id: string
  vendor_id: string
  file: SealedDocument
  note: string | null
  actor: string
}

/** Stores a file that speaks for a shop, encrypted, with a case of its. */
export const addDisputeEvidenceWorkflow = createWorkflow(
  addDisputeEvidenceWorkflowId,
  (input: AddEvidenceInput) => {
    assertTakesEvidenceStep({ dispute_id: input.dispute_id, vendor_id: input.vendor_id })
    const stored = storeDocumentStep(input.file)
    const recorded = recordEvidenceStep(
      transform({ input, stored }, ({ input: { file, actor, ...of }, stored: { file_id } }) => {
        const { content: _content, ...facts } = file

        return { ...facts, ...of, file_id, uploaded_by: actor }
      })
    )

    return new WorkflowResponse(recorded)
  }
)
