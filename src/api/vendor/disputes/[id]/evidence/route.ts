import type { MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { EVIDENCE } from "../../../../../workflows/dispute/evidence-owner"
import { addDisputeEvidenceWorkflow } from "../../../../../workflows/dispute/workflows/add-evidence"
import type { FileRequest } from "../../../../surface/receive-files"
import { documentOf } from "../../../onboarding/documents/receive-document"
import { answerCase, caseRef } from "../../helpers"

export const ACCESS = { POST: vendor("disputes:write", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: FileRequest, res: MedusaResponse) => {
  const { by: actor, ...ref } = caseRef(req)
  await addDisputeEvidenceWorkflow(req.scope).run({
    input: { ...ref, actor, file: documentOf(req, EVIDENCE), note: null },
  })

  res.status(201).json(await answerCase(req))
}
