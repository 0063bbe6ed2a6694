import type { MedusaRequest } from "@medusajs/framework/http"
import { findVendorOrder } from "../../../workflows/vendor-order/cancel-for-others"
import { staffContext } from "../../access/admit-staff"

/** The vendor order in the path, of whatever shop, and who of the staff acts. @throws not found */
export async function vendorOrderRef(req: MedusaRequest) {
  const { id: vendor_order_id, vendor_id } = await findVendorOrder(req.scope, { id: req.params.id ?? "" })

  return { vendor_order_id, vendor_id, actor: staffContext(req).user_id }
}
