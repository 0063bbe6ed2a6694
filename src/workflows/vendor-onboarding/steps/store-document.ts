import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Puts an encrypted paper where the file module keeps private files; nothing of its name or kind shows there. */
export const storeDocumentStep = createStep(
  "store-vendor-document",
  async ({ id, content }: { id: string; content: string }, { container }) => {
    const file = await container.resolve(Modules.FILE).createFiles({
      filename: `${id}.bin`,
      mimeType: "application/octet-stream",
      content,
      access: "private",
    })

    return new StepResponse({ file_id: file.id }, file.id)
  },
  async (fileId, { container }) => {
    if (fileId) {
      await container.resolve(Modules.FILE).deleteFiles(fileId)
    }
  }
)
