import type { DisputeState } from "../../lib/dispute-states"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"

export const disputeNotFound = (id: string) =>
  notFound(ErrorCode.DISPUTE_NOT_FOUND, `There is no case ${id} for you.`)

export const cannotMove = (state: DisputeState, what: string) =>
  notAllowed(ErrorCode.DISPUTE_TRANSITION_REFUSED, `A case that is ${state} cannot be ${what}.`)
