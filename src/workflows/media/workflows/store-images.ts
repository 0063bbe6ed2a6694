import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { type ReencodeImagesInput, reencodeImagesStep } from "../steps/reencode-images"

export const storeImagesWorkflowId = "store-images"

/** Draws pictures anew and stores them where Medusa's file module does. All of them or none. */
export const storeImagesWorkflow = createWorkflow(
  storeImagesWorkflowId,
  (input: WorkflowData<ReencodeImagesInput>) => {
    const images = reencodeImagesStep(input)
    const stored = uploadFilesWorkflow.runAsStep({ input: { files: images } })
    const files = transform({ stored }, (data) => data.stored.map(({ id, url }) => ({ id, url })))

    return new WorkflowResponse(files)
  }
)
