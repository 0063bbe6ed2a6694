import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../lib/route-access"
import { acceptAgreementWorkflow } from "../../../../workflows/vendor-onboarding/workflows/accept-agreement"
import { boundVendorId, vendorContext } from "../../context"
import { retrieveOnboarding } from "../helpers"
import type { VendorAcceptAgreementType } from "../validators"

export const ACCESS = {
  POST: vendor("onboarding:write", { while: WHILE_PREPARING, api_key: false }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorAcceptAgreementType>, res: MedusaResponse) => {
  const { version } = req.validatedBody
  await acceptAgreementWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), version, actor: vendorContext(req).actor.id },
  })

  res.json({ onboarding: await retrieveOnboarding(req) })
}
