import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveGatewayEvent } from "../receive-gateway-event"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await receiveGatewayEvent(req, res, "paystack")
}
