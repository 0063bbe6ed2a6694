import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { listSessionsQueryConfig } from "./query-config"
import { AuthGetSessionsParams } from "./validators"

const signedIn = authenticate(["customer", "user"], ["session", "bearer"])

export const authSessionsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/auth/sessions",
    methods: ["GET"],
    middlewares: [signedIn, validateAndTransformQuery(AuthGetSessionsParams, listSessionsQueryConfig)],
  },
  {
    matcher: "/auth/sessions/:id",
    methods: ["DELETE"],
    middlewares: [signedIn],
  },
  {
    matcher: "/auth/logout-everywhere",
    methods: ["POST"],
    middlewares: [signedIn],
  },
  {
    matcher: "/auth/logout",
    methods: ["POST"],
    middlewares: [authenticate("*", ["session", "bearer"], { allowUnregistered: true, requireMfa: false })],
  },
]
