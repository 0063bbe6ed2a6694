import {
  errorHandler,
  getHttpResponseFromError,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, isLockHeld, notAllowed } from "../lib/errors"

const handleCoreError = errorHandler()

/** Statuses that no type of MedusaError stands for; everything else keeps Medusa's mapping. */
const statusByCode: Partial<Record<string, number>> = {
  [ErrorCode.ADDRESS_TOO_LONG]: 414,
  [ErrorCode.CONTENT_TYPE_REFUSED]: 415,
  [ErrorCode.REQUEST_TOO_LARGE]: 413,
  [ErrorCode.UPLOADS_BUSY]: 429,
  [ErrorCode.UPLOAD_TIMED_OUT]: 408,
  [ErrorCode.UPLOAD_QUOTA_REACHED]: 429,
  [ErrorCode.CHECKOUT_IN_PROGRESS]: 409,
  [ErrorCode.RECORD_BUSY]: 409,
  [ErrorCode.TOO_MANY_ATTEMPTS]: 429,
  [ErrorCode.RESEND_LIMITED]: 429,
  [ErrorCode.SMS_BUDGET_USED_UP]: 429,
  [ErrorCode.MESSAGE_NOT_SENT]: 503,
  [ErrorCode.PHONE_TAKEN]: 409,
  [ErrorCode.FACTOR_EXISTS]: 409,
  [ErrorCode.INVITATION_EXISTS]: 409,
  [ErrorCode.INVITATION_LIMIT_REACHED]: 429,
  [ErrorCode.INVITATION_SENT_RECENTLY]: 429,
  [ErrorCode.LAST_OWNER]: 409,
  [ErrorCode.MEMBER_EXISTS]: 409,
  [ErrorCode.PRODUCT_CHANGED]: 409,
  [ErrorCode.STOCK_CHANGED]: 409,
  [ErrorCode.VENDOR_CHANGED]: 409,
}

/** Keeps Medusa's answers and sees to it that a refusal carries a `code` a client can branch on. */
export const handleError: MedusaErrorHandlerFunction = (thrown, req, res, next) => {
  const error = asRefusal(thrown, req.originalUrl) ?? thrown
  if (error.code === ErrorCode.VALUE_REFUSED) {
    // PostgreSQL's own message has the whole statement with its values; the state tells enough to find a fault of ours.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PostgreSQL refused a value of a request: SQLSTATE ${thrown.code}`)
  }
  const status = typeof error?.code === "string" ? statusByCode[error.code] : undefined
  if (status) {
    const { body } = getHttpResponseFromError(error)
    if (typeof error.retry_after_seconds === "number") {
      res.setHeader("retry-after", String(error.retry_after_seconds))
    }
    res.status(status).json({ ...body, code: error.code, message: error.message })
    return
  }

  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { code, type, ...rest } = answer as { code?: string; type?: string }
    return sendJson({
      ...rest,
      type,
      code: code ?? type,
      ...(error.fields && { fields: error.fields }),
      ...(error.refused_for && { reason: error.refused_for }),
    })
  }
  handleCoreError(error, req, res, next)
}

type Thrown = { name?: string; type?: string; code?: unknown; message?: string }

/** SQLSTATE class 22: text where a time stands, a number out of range, a negative limit. A workflow hands it on as a plain object. */
const isDataException = ({ code, type }: Thrown) =>
  !type && typeof code === "string" && /^22[0-9A-Z]{3}$/.test(code)

/** What is the client's to solve, and Medusa would answer as its own, with a 500. */
function asRefusal(error: Thrown, address: string) {
  if (error.name === "URIError") {
    return invalidData(
      ErrorCode.REQUEST_MALFORMED,
      "The address has a percent sign that does not belong there."
    )
  }
  if (isDataException(error)) {
    return invalidData(ErrorCode.VALUE_REFUSED, "A value in the request is none that its field can take.")
  }
  if (isLockHeld(error)) {
    return notAllowed(
      address.startsWith("/store/") ? ErrorCode.CHECKOUT_IN_PROGRESS : ErrorCode.RECORD_BUSY,
      "Another request is working on the same record. Ask again in a moment."
    )
  }
  if (error.type === MedusaError.Types.INVALID_ARGUMENT) {
    return invalidData(ErrorCode.REQUEST_MALFORMED, error.message ?? "An argument is not valid.")
  }

  return null
}
