import type { MedusaRequest } from "@medusajs/framework/http"
import { listAllDisputes, retrieveDispute } from "../../../workflows/dispute/dispute-view"
import { openEvidence } from "../../../workflows/dispute/evidence"
import type { ActOnCaseInput } from "../../../workflows/dispute/steps/act-on-case"
import { actOnCaseWorkflow } from "../../../workflows/dispute/workflows/act-on-case"
import { staffContext } from "../../access/admit-staff"
import { pageParams } from "../../store/disputes/helpers"
import type { AdminGetDisputesParamsType } from "./validators"

type StaffAction =
  | Omit<Extract<ActOnCaseInput, { action: "rule" }>, "dispute_id" | "by">
  | Omit<Extract<ActOnCaseInput, { action: "submit" }>, "dispute_id" | "by">
  | Omit<Extract<ActOnCaseInput, { action: "name_items" }>, "dispute_id" | "by">

export function listCases(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const { filters, page } = pageParams(req.validatedQuery as unknown as AdminGetDisputesParamsType)

  return listAllDisputes(req.scope, filters, page)
}

export const answerCase = async (req: MedusaRequest) => ({
  dispute: await retrieveDispute(req.scope, req.params.id ?? ""),
})

/** Does it to the case in the path, and answers the case as it is then. */
export async function actOnCase(req: MedusaRequest, action: StaffAction) {
  await actOnCaseWorkflow(req.scope).run({
    input: { ...action, dispute_id: req.params.id ?? "", by: staffContext(req).user_id },
  })

  return answerCase(req)
}

/** The file in the path, if it is one of the case in the path. */
export const evidenceOf = (req: MedusaRequest) =>
  openEvidence(req.scope, { dispute_id: req.params.id ?? "", id: req.params.file_id ?? "" })
