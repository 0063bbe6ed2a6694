import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listShortfalls, listWatchedJobs } from "../../../../workflows/payout/watched-jobs"
import { runPayoutsWorkflow } from "../../../../workflows/payout/workflows/run-payouts"
import { staffContext } from "../../../access/admit-staff"

export const ACCESS = {
  GET: staff("payouts:read"),
  POST: staff("payouts:approve", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    jobs: await listWatchedJobs(req.scope, new Date()),
    shortfalls: await listShortfalls(req.scope),
  })
}

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await runPayoutsWorkflow(req.scope).run({
    input: { started_by: staffContext(req).user_id },
  })

  res.json({ run: result })
}
