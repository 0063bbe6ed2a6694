import { ErrorCode, paymentRefused } from "../../lib/errors"
import { GatewayUnavailableError } from "../../lib/gateway"

/** Passes a result on, and tells Medusa's callers of an unreachable gateway in a form that they can read. */
export async function paymentErrors<T>(gateway: string, call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (error instanceof GatewayUnavailableError) {
      throw paymentRefused(
        ErrorCode.PAYMENT_GATEWAY_UNREACHABLE,
        `${gateway} could not be asked, so nothing was decided; try again in a moment. ${error.message}`
      )
    }
    throw error
  }
}
