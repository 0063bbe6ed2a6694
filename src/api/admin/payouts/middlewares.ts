import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  AdminDecidePayoutHold,
  AdminEmptyBody,
  AdminGetPayoutHoldsParams,
  AdminGetPayoutsParams,
  AdminGetWriteOffsParams,
  AdminMarkPayout,
  AdminMoveDeposit,
  AdminRejectPayout,
  AdminRequestWriteOff,
  AdminSetPayoutTerms,
  AdminTakeBankFile,
} from "./validators"

type Schema = Parameters<typeof validateAndTransformBody>[0]

const get = (
  matcher: string,
  schema:
    | typeof AdminGetPayoutsParams
    | typeof AdminGetPayoutHoldsParams
    | typeof AdminGetWriteOffsParams
    | typeof NoParams = NoParams,
  isList = false
): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(schema, { isList })],
})

const post = (matcher: string, body: Schema): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(body)],
})

export const adminPayoutMiddlewares: MiddlewareRoute[] = [
  get("/admin/payouts", AdminGetPayoutsParams, true),
  get("/admin/payouts/bank-file"),
  post("/admin/payouts/bank-file", AdminTakeBankFile),
  get("/admin/payouts/holds", AdminGetPayoutHoldsParams, true),
  post("/admin/payouts/holds/:id/release", AdminDecidePayoutHold),
  post("/admin/payouts/holds/:id/keep", AdminDecidePayoutHold),
  post("/admin/payouts/deposits/:vendor_id", AdminMoveDeposit),
  get("/admin/payouts/run"),
  post("/admin/payouts/run", AdminEmptyBody),
  get("/admin/payouts/terms/:vendor_id"),
  post("/admin/payouts/terms/:vendor_id", AdminSetPayoutTerms),
  get("/admin/payouts/write-offs", AdminGetWriteOffsParams, true),
  post("/admin/payouts/write-offs", AdminRequestWriteOff),
  post("/admin/payouts/write-offs/:id/approve", AdminEmptyBody),
  post("/admin/payouts/write-offs/:id/reject", AdminEmptyBody),
  post("/admin/payouts/:id/approve", AdminEmptyBody),
  post("/admin/payouts/:id/reject", AdminRejectPayout),
  post("/admin/payouts/:id/retry", AdminEmptyBody),
  post("/admin/payouts/:id/mark", AdminMarkPayout),
]
