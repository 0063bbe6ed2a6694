import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { receiveGatewayEvent } from "../receive-gateway-event"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await receiveGatewayEvent(req, res, "flutterwave")
}
