import type { MiddlewareRoute } from "@medusajs/framework/http"

/** Signatures hold over the bytes that were sent, not over what JSON makes of them. */
export const hooksMiddlewares: MiddlewareRoute[] = ["/hooks/paystack", "/hooks/flutterwave"].map(
  (matcher) => ({
    matcher,
    methods: ["POST"],
    bodyParser: { preserveRawBody: true },
  })
)
