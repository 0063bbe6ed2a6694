import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  ApproveReturn,
  ReceiveReturn,
  RejectReturn,
  VendorGetReturnParams,
  VendorGetReturnsParams,
} from "./validators"

const post = (matcher: string, body: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(body)],
})

export const vendorReturnMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/returns",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetReturnsParams, { isList: true })],
  },
  {
    matcher: "/vendor/returns/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetReturnParams, { isList: false })],
  },
  post("/vendor/returns/:id/approve", ApproveReturn),
  post("/vendor/returns/:id/reject", RejectReturn),
  post("/vendor/returns/:id/receive", ReceiveReturn),
]
