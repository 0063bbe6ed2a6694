import { randomUUID } from "node:crypto"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData } from "../../../lib/errors"
import { reencodeImage } from "../../../lib/reencode-image"

export type ReencodeImagesInput = {
  /** Files as they were sent, in base64. */
  images: string[]
}

/** Nothing of a client's file is kept: neither its name, nor its type, nor its bytes. It writes nothing, so nothing is undone. */
export const reencodeImagesStep = createStep("reencode-images", async ({ images }: ReencodeImagesInput) => {
  const drawn = await Promise.all(images.map((image) => reencodeImage(Buffer.from(image, "base64"))))
  const files = drawn.map((content) => {
    if (!content) {
      throw invalidData(
        ErrorCode.UPLOAD_REFUSED,
        "A file is no complete JPEG, PNG, WebP or GIF picture of up to 50 megapixels."
      )
    }

    return {
      filename: `${randomUUID()}.webp`,
      mimeType: "image/webp",
      content: content.toString("base64"),
      access: "public" as const,
    }
  })

  return new StepResponse(files)
})
