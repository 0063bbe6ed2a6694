import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../../../lib/errors"
import { StatementPeriod } from "./validators"

/** The month that the path names. @throws bad request for anything else */
export function periodOf(req: MedusaRequest): string {
  const parsed = StatementPeriod.safeParse(req.params.period)
  if (!parsed.success) {
    throw invalidData(ErrorCode.INVALID_DATA, "The period of a statement is a month such as 2026-11.")
  }

  return parsed.data
}
