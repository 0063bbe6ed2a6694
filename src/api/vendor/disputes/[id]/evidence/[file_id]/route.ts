import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../../lib/route-access"
import { openVendorEvidence } from "../../../../../../workflows/dispute/evidence"
import { sendDocument } from "../../../../../admin/vendors/document"
import { caseRef } from "../../../helpers"

export const ACCESS = { GET: vendor("disputes:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { by: _by, ...ref } = caseRef(req)

  sendDocument(res, await openVendorEvidence(req.scope, { ...ref, id: req.params.file_id ?? "" }))
}
