import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { noticePasswordUpdate } from "../password-notice"
import { AuthChangePassword } from "./validators"

export const authPasswordMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/auth/:actor_type/:auth_provider/update",
    methods: ["POST"],
    middlewares: [noticePasswordUpdate],
  },
  {
    matcher: "/auth/password",
    methods: ["POST"],
    middlewares: [authenticate("*", ["session", "bearer"]), validateAndTransformBody(AuthChangePassword)],
  },
]
