import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { orderLockKey } from "../../../workflows/vendor-order/order-lock"
import { onceAnswered } from "../../once-answered"
import { orderOfRequest } from "./order-of-request"

const WAIT_SECONDS = 10
/** No handler works for so long; one that never answers must not keep the order for ever. */
const LONGEST_MS = 300_000

/**
 * A changing request of staff about an order has the order for itself until its handler has answered: core takes no lock
 * for most of its changes, and a shop may be canceling or sending its part at the same moment.
 */
export async function lockOrder(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const orderId = await orderOfRequest(req)
  if (!orderId) {
    next()
    return
  }
  const key = orderLockKey(orderId)
  let isHeld = false
  try {
    await req.scope.resolve(Modules.LOCKING).execute(
      key,
      async () => {
        isHeld = true
        await untilAnswered(res, next)
      },
      { timeout: WAIT_SECONDS }
    )
  } catch (error) {
    if (!isHeld) {
      throw error
    }
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`Lock ${key} was not given back: ${error}`)
  }
}

/** A client that hangs up does not stop the handler: only its answer tells that it is done, whether anybody hears it or not. */
function untilAnswered(res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS).unref()
    onceAnswered(res, () => {
      clearTimeout(timer)
      resolve()
    })
    next()
  })
}
