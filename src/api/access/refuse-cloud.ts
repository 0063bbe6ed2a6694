import { ErrorCode, forbidden } from "../../lib/errors"

/** Core's routes for its own hosting make users of whoever that hosting vouches for; nobody here does. */
export function refuseCloud(): never {
  throw forbidden(ErrorCode.ROUTE_CLOSED, "This route is closed.")
}
