import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
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
