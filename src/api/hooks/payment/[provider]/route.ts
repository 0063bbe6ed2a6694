import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { POST as corePOST } from "@medusajs/medusa/api/hooks/payment/[provider]/route"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { gatewayOfProvider, receiveGatewayEvent } from "../../receive-gateway-event"

/** Core's own door for payment events: those of our gateways go to the inbox, so that there is one way in. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const gateway = gatewayOfProvider(req)
  if (gateway) {
    await receiveGatewayEvent(req, res, gateway)
    return
  }
  await corePOST(req, res)
}
