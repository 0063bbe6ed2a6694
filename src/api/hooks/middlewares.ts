import type { MiddlewareRoute } from "@medusajs/framework/http"

/** Signatures hold over the bytes that were sent, not over what JSON makes of them. */
export const hooksMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/hooks/paystack",
    methods: ["POST"],
    bodyParser: { preserveRawBody: true },
  },
]
