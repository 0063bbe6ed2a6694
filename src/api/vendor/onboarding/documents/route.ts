import type { MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../lib/route-access"
import { addDocumentWorkflow } from "../../../../workflows/vendor-onboarding/workflows/add-document"
import type { FileRequest } from "../../../surface/receive-files"
import { boundVendorId, vendorContext } from "../../context"
import { retrieveOnboarding } from "../helpers"
import { documentOf } from "./receive-document"

export const ACCESS = {
  POST: vendor("onboarding:write", { while: WHILE_PREPARING, api_key: false }),
} satisfies RouteAccess

export const POST = async (req: FileRequest, res: MedusaResponse) => {
  await addDocumentWorkflow(req.scope).run({
    input: {
      vendor_id: boundVendorId(req),
      document: documentOf(req),
      actor: vendorContext(req).actor.id,
    },
  })

  res.status(201).json({ onboarding: await retrieveOnboarding(req) })
}
