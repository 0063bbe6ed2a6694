import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { POST as corePOST } from "@medusajs/medusa/api/hooks/payment/[provider]/route"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { receiveGatewayEvent } from "../../receive-gateway-event"

/** Core's own door for payment events: Paystack's go to the inbox, so that there is one way in. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const provider = req.params.provider!
  if (provider.replace(/^pp_/, "").startsWith("paystack")) {
    await receiveGatewayEvent(req, res, "paystack")
    return
  }
  await corePOST(req, res)
}
