import type { MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { addReturnPhotos, retrieveBuyersReturn } from "../../../../../workflows/vendor-order/return-view"
import { type FileRequest, imagesOf } from "../../../../surface/receive-files"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: FileRequest, res: MedusaResponse) => {
  const return_id = req.params.id ?? ""
  await addReturnPhotos(req.scope, { return_id, images: imagesOf(req) })

  res.json({ return: await retrieveBuyersReturn(req.scope, return_id) })
}
