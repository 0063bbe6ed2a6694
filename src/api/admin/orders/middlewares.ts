import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { staffContext } from "../../access/admit-staff"

/** Core lets only a `user` take back an offered transfer and forgets secret keys, which act for the user who made them. */
function actAsMaker(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const asking = req as AuthenticatedMedusaRequest
  if (asking.auth_context.actor_type === "api-key") {
    const { user_id } = staffContext(req)
    asking.auth_context = { ...asking.auth_context, actor_type: "user", actor_id: user_id }
  }
  next()
}

export const adminOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/transfer/cancel", methods: ["POST"], middlewares: [actAsMaker] },
]
