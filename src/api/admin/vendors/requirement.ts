import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import {
  REQUIREMENT_KEYS,
  type RequirementKey,
  type RequirementState,
} from "../../../modules/vendor/domain/requirement"
import { moveRequirementWorkflow } from "../../../workflows/vendor-onboarding/workflows/move-requirement"
import { actingStaff, type Decision, retrieveVendor } from "./helpers"
import { retrieveVendorQueryConfig } from "./query-config"

const isKey = (key: string | undefined): key is RequirementKey =>
  REQUIREMENT_KEYS.some((known) => known === key)

/** Decides on the part of the checklist in the path and answers the shop. */
export async function decideRequirement(req: MedusaRequest<Decision>, to: RequirementState) {
  const actor = actingStaff(req)
  const { id = "", key } = req.params
  if (!isKey(key)) {
    throw notFound(ErrorCode.REQUIREMENT_NOT_FOUND, "There is no such part of the checklist.")
  }
  await moveRequirementWorkflow(req.scope).run({
    input: { vendor_id: id, key, to, actor, by: "staff", ...req.validatedBody },
  })

  return retrieveVendor(req.scope, id, retrieveVendorQueryConfig.defaults)
}
