import type { MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../lib/route-access"
import { storeImagesWorkflow } from "../../../workflows/media/workflows/store-images"
import { type FileRequest, imagesOf } from "../../surface/receive-files"

export const ACCESS = { POST: vendor("products:write", { while: WHILE_PREPARING }) } satisfies RouteAccess

export const POST = async (req: FileRequest, res: MedusaResponse) => {
  const { result: files } = await storeImagesWorkflow(req.scope).run({ input: { images: imagesOf(req) } })

  res.status(201).json({ files })
}
