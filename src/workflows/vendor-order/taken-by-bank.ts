import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { whyNotBeside } from "../../modules/vendor-order/domain/beside-chargebacks"
import { disputesOf } from "../dispute/books"
import { leftOfParts } from "./left-of-parts"
import { type OrderState, paymentsIn, readOrderState, refundableOf } from "./read-order-state"

type AskedFor = {
  order_id: string
  /** None for a refund that falls on all parts of the order. */
  vendor_order_id?: string
  request_id?: string
  amount_minor: bigint
}

/**
 * Why a refund must not be posted now that a bank has taken money of the order; null when it may. Medusa knows nothing of
 * banks, and a refund that it has noted itself (`is_noted`) is gone from what it has left.
 */
export async function whyTakenByBank(
  container: MedusaContainer,
  refund: AskedFor,
  { order, is_noted }: { order?: OrderState; is_noted: boolean }
): Promise<string | null> {
  const { order_id, amount_minor } = refund
  const lost = await disputesOf(container).listDisputes(
    { order_id, kind: "chargeback", state: "lost" },
    { select: ["claimed_minor"] }
  )
  if (!lost.length) {
    return null
  }
  const refundable = paymentsIn(order ?? (await readOrderState(container, order_id))).map(refundableOf)

  return whyNotBeside({
    amount_minor,
    part_left_minor: (await leftOfParts(container, refund)) ?? amount_minor,
    order_left_minor: sumMinor([...refundable, is_noted ? amount_minor : 0n]),
    charged_back_minor: sumMinor(lost.map(({ claimed_minor }) => BigInt(claimed_minor))),
  })
}
