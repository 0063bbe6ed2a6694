import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { AdminGetWebhookEventsParams, AdminRetryWebhookEvent } from "./validators"

export const adminWebhookEventMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/webhook-events",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetWebhookEventsParams, { isList: true })],
  },
  {
    matcher: "/admin/webhook-events/:id/retry",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRetryWebhookEvent)],
  },
]
