import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { SealedDocument } from "../document-file"
import { recordDocumentStep } from "../steps/record-document"
import { storeDocumentStep } from "../steps/store-document"

export const addDocumentWorkflowId = "add-vendor-document"

export type AddDocumentInput = { vendor_id: string; document: SealedDocument; actor: string }

/** Stores a paper of a shop and hands it in for its checklist. */
export const addDocumentWorkflow = createWorkflow(addDocumentWorkflowId, (input: AddDocumentInput) => {
  const stored = storeDocumentStep(input.document)
  const id = recordDocumentStep(
    transform({ input, stored }, ({ input: { vendor_id, document, actor }, stored: { file_id } }) => {
      const { content: _content, ...facts } = document

      return { vendor_id, document: { ...facts, file_id, uploaded_by: actor } }
    })
  )
  emitEventStep({
    eventName: VendorEvents.REQUIREMENT_CHANGED,
    data: { vendor_id: input.vendor_id, key: "documents", to: "submitted" },
  })

  return new WorkflowResponse(id)
})
