import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { spendQuota } from "../uploads/spend-quota"
import { receiveDocument } from "./documents/receive-document"
import { VendorAcceptAgreement } from "./validators"

export const vendorOnboardingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/onboarding/agreement",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorAcceptAgreement)],
  },
  { matcher: "/vendor/onboarding/documents", methods: ["POST"], middlewares: [receiveDocument, spendQuota] },
]
