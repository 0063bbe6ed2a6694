import type { DisputeCase } from "../../modules/dispute/types"
import { keyOfTry } from "../../modules/vendor-order/domain/refund-request"

/** Under which the refund of a case is asked for, anew with each ruling; no key that others may choose begins so. */
export const refundKeyOf = ({ id, refund_count }: Pick<DisputeCase, "id" | "refund_count">) =>
  keyOfTry(`dispute:${id}`, refund_count)
