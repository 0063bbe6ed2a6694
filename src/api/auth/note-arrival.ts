import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ACCESS_MODULE } from "../../modules/access"
import { nextMillisecond } from "../../modules/access/domain/session-life"
import type AccessModuleService from "../../modules/access/service"

type Locals = { arrived_at?: Date }

const clockOf = (req: MedusaRequest) => req.scope.resolve<AccessModuleService>(ACCESS_MODULE).readClock()

/**
 * Notes when a request arrived, before anything of it is judged. A sign-in counts from here: one whose password was
 * looked at before a change and whose session is written after it dies by the mark of that change.
 */
export async function noteArrival(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  ;(res.locals as Locals).arrived_at = await clockOf(req)
  next()
}

/** Throws where `noteArrival` has not run: a session without a true start would outlive every mark. */
export function arrivalOf(req: MedusaRequest): Date {
  const { arrived_at } = (req.res?.locals ?? {}) as Locals
  if (!arrived_at) {
    throw new RangeError("nobody noted when this request arrived: the middlewares of /auth have not run")
  }

  return arrived_at
}

/** For whoever has just set a mark and is to stay signed in: they start again, behind it. */
export async function arriveAgain(req: MedusaRequest): Promise<void> {
  const locals = (req.res as MedusaResponse).locals as Locals
  locals.arrived_at = nextMillisecond(await clockOf(req))
}
