import {
  errorHandler,
  getHttpResponseFromError,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { ErrorCode } from "../lib/errors"

const handleCoreError = errorHandler()

/** Statuses that no type of MedusaError stands for; everything else keeps Medusa's mapping. */
const statusByCode: Partial<Record<string, number>> = {
  [ErrorCode.CHECKOUT_IN_PROGRESS]: 409,
}

/** Keeps Medusa's answers and sees to it that a refusal carries a `code` a client can branch on. */
export const handleError: MedusaErrorHandlerFunction = (error, req, res, next) => {
  const { statusCode, body } = getHttpResponseFromError(error)
  const isCoded = typeof error?.code === "string" && error.code in statusByCode
  if (isCoded) {
    res
      .status(statusByCode[error.code] ?? statusCode)
      .json({ ...body, code: error.code, message: error.message })
    return
  }

  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { code, type, ...rest } = answer as { code?: string; type?: string }
    return sendJson({ ...rest, type, code: code ?? type })
  }
  handleCoreError(error, req, res, next)
}
