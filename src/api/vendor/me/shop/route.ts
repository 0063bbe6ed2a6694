import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../../lib/errors"
import { member, type RouteAccess } from "../../../../lib/route-access"
import { chooseShopWorkflow } from "../../../../workflows/vendor-member/workflows/choose-shop"
import { memberContext } from "../../context"
import type { VendorChooseShopType } from "../validators"

export const ACCESS = { POST: member() } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorChooseShopType>, res: MedusaResponse) => {
  const { grants } = memberContext(req)
  const { vendor_id } = req.validatedBody
  if (!grants.session || (vendor_id && !grants.memberships.some((one) => one.vendor_id === vendor_id))) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, "You do not belong to this shop.")
  }
  await chooseShopWorkflow(req.scope).run({ input: { session_id: grants.session.id, vendor_id } })

  res.json({ vendor_id })
}
