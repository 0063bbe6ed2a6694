import type { MedusaRequest } from "@medusajs/framework/http"
import { actOnReturn, type ReturnAct } from "../../../workflows/vendor-order/act-on-return"
import { retrieveCase } from "../../../workflows/vendor-order/return-view"
import { staffContext } from "../../access/admit-staff"

/** Does it to the return in the path, and answers the return as it is then. */
export async function answerCase(req: MedusaRequest, act: ReturnAct) {
  const return_id = req.params.id ?? ""
  await actOnReturn(req.scope, { return_id, actor: staffContext(req).user_id, ...act })

  return { return: await retrieveCase(req.scope, return_id) }
}
