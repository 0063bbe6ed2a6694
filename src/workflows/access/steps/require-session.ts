import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"

/** Somebody else's session, one that has ended and one that never was are all not found. */
export const requireSessionStep = createStep(
  "require-session",
  async ({ id, ended_ids }: { id: string; ended_ids: string[] }) => {
    if (!ended_ids.includes(id)) {
      throw notFound(ErrorCode.SESSION_NOT_FOUND, `You have no session ${id}.`)
    }

    return new StepResponse(undefined)
  }
)
