import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { permissionsOfStaffRole } from "../../../../lib/permissions"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { retrievePlatformOrder } from "../../../../workflows/vendor-order/platform-orders"
import { staffContext } from "../../../access/admit-staff"

export const ACCESS = { GET: staff("orders:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // What it has moved in the books is for those who may read them.
  const may_read_ledger = permissionsOfStaffRole(staffContext(req).role).has("ledger:read")

  res.json({
    vendor_order: await retrievePlatformOrder(req.scope, { id: req.params.id ?? "", may_read_ledger }),
  })
}
