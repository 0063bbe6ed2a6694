import type { MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { EVIDENCE } from "../../../../../workflows/dispute/evidence-owner"
import { addDisputeEvidenceWorkflow } from "../../../../../workflows/dispute/workflows/add-evidence"
import type { FileRequest } from "../../../../surface/receive-files"
import { documentOf } from "../../../../vendor/onboarding/documents/receive-document"
import { buyerOf, ownDispute } from "../../helpers"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: FileRequest, res: MedusaResponse) => {
  const { id: dispute_id } = await ownDispute(req)
  await addDisputeEvidenceWorkflow(req.scope).run({
    input: { dispute_id, vendor_id: null, actor: buyerOf(req), file: documentOf(req, EVIDENCE), note: null },
  })

  res.status(201).json({ dispute: await ownDispute(req) })
}
