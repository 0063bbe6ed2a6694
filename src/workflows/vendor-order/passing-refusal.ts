import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode } from "../../lib/errors"

/** What was begun about an order is brought to its end by others, so that it is only waited for. */
const WAITED_FOR: string[] = [
  ErrorCode.REFUND_UNDER_WAY,
  ErrorCode.DISPUTE_OPEN,
  ErrorCode.VENDOR_ORDER_CHANGING,
]

/** Whether what was refused now may be allowed later, without anybody deciding anew. */
export const passesByItself = (error: unknown): boolean =>
  MedusaError.isMedusaError(error) && WAITED_FOR.includes(error.code ?? "")
