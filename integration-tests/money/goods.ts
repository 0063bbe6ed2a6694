import type { PayoutSuite } from "../http/payouts/suite"
import { frozenOf } from "./frozen-rows"
import { FROZEN, type Frozen, type Given, nothingFrozen } from "./model"

/** What was sold of a product, as it was frozen, and how many pieces of it are back. */
export type Goods = Given & { source_id: string; quantity: bigint; returned: bigint }

/** The goods of a part, of which there is one kind here. */
export async function goodsOf({ desk }: PayoutSuite, vendor_order_id: string, returned = 0): Promise<Goods> {
  const [line, ...others] = await desk.service.listVendorOrderLines({ vendor_order_id, kind: "item" })
  expect([line, others]).toEqual([expect.anything(), []])

  return {
    source_id: line!.source_id,
    quantity: BigInt(Number(line!.quantity)),
    returned: BigInt(returned),
    amount: BigInt(line!.total_minor),
    frozen: frozenOf(line!),
  }
}

/** What one more piece is of it: up to that piece, less up to the one before. */
export function nextPiece({ amount, frozen, quantity, returned }: Goods): Given {
  const step = (whole: bigint) => (whole * (returned + 1n)) / quantity - (whole * returned) / quantity
  const own: Frozen = nothingFrozen()
  for (const name of FROZEN) {
    own[name] = step(frozen[name])
  }

  return { amount: step(amount), frozen: own }
}
