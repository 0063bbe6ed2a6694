import { ErrorCode, notFound } from "../../lib/errors"

/** One answer for every invitation that is not there for somebody, so that nobody learns which ones are. */
export const invitationMissing = () =>
  notFound(ErrorCode.INVITATION_NOT_FOUND, "There is no such invitation for this login.")
