import {
  errorHandler,
  getHttpResponseFromError,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, isLockHeld, notAllowed } from "../lib/errors"

const handleCoreError = errorHandler()

/** Statuses that no type of MedusaError stands for; everything else keeps Medusa's mapping. */
const statusByCode: Partial<Record<string, number>> = {
  [ErrorCode.CHECKOUT_IN_PROGRESS]: 409,
}

/** Keeps Medusa's answers and sees to it that a refusal carries a `code` a client can branch on. */
export const handleError: MedusaErrorHandlerFunction = (thrown, req, res, next) => {
  const error = asRefusal(thrown) ?? thrown
  const status = typeof error?.code === "string" ? statusByCode[error.code] : undefined
  if (status) {
    const { body } = getHttpResponseFromError(error)
    res.status(status).json({ ...body, code: error.code, message: error.message })
    return
  }

  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { code, type, ...rest } = answer as { code?: string; type?: string }
    return sendJson({ ...rest, type, code: code ?? type })
  }
  handleCoreError(error, req, res, next)
}

/** What is the client's to solve, and Medusa would answer as its own, with a 500. */
function asRefusal(error: { name?: string; type?: string; message?: string }) {
  if (error.name === "URIError") {
    return invalidData(
      ErrorCode.REQUEST_MALFORMED,
      "The address has a percent sign that does not belong there."
    )
  }
  if (isLockHeld(error)) {
    return notAllowed(
      ErrorCode.CHECKOUT_IN_PROGRESS,
      "Another request is working on the same cart. Ask again in a moment."
    )
  }
  if (error.type === MedusaError.Types.INVALID_ARGUMENT) {
    return invalidData(ErrorCode.REQUEST_MALFORMED, error.message ?? "An argument is not valid.")
  }

  return null
}
