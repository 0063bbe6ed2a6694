import type { MedusaRequest } from "@medusajs/framework/http"
import { retrieveMatchHold } from "../../../workflows/payout/match-hold-view"
import { retrievePayout } from "../../../workflows/payout/payout-view"
import { actOnPayoutWorkflow } from "../../../workflows/payout/workflows/act-on-payout"
import { decideMatchHoldWorkflow } from "../../../workflows/payout/workflows/decide-match-hold"
import { staffContext } from "../../access/admit-staff"

type Action =
  | { action: "approve" | "retry" }
  | { action: "reject"; reason: string }
  | { action: "mark"; outcome: "paid" | "failed" | "returned"; reason: string | null }

/** Does it to the payout in the path, and answers the payout as it is then: of a retry, the new one. */
export async function actOnPayout(req: MedusaRequest, action: Action) {
  const { result } = await actOnPayoutWorkflow(req.scope).run({
    input: { ...action, payout_id: req.params.id ?? "", by: staffContext(req).user_id },
  })

  return { payout: await retrievePayout(req.scope, result.id) }
}

/** Decides on the money of the vendor order in the path, and answers how it stands then. */
export async function decideHold(req: MedusaRequest, to: "released" | "kept", reason: string) {
  const vendor_order_id = req.params.id ?? ""
  await decideMatchHoldWorkflow(req.scope).run({
    input: { vendor_order_id, to, reason, by: staffContext(req).user_id },
  })

  return { payout_hold: await retrieveMatchHold(req.scope, vendor_order_id) }
}
