import type { FaultTown, TownPart } from "./fault-town"
import { goodsOf, nextPiece } from "./goods"
import { sendBack } from "./send-back"

/**
 * A buyer sends one piece of a delivered part back, and its shop takes it. The money follows by itself, however long its gateway
 * cannot be reached.
 */
export async function returnGoods(town: FaultTown, part: TownPart | undefined): Promise<boolean> {
  if (!part) {
    return false
  }
  const left = part.total - town.askedOf(part.id)
  const goods = await goodsOf(town.suite, part.id, town.returnsOf(part.id))
  if (left === 0n || goods.returned === goods.quantity) {
    return false
  }
  const { state, said } = await sendBack(
    town.suite,
    { ...part, vendor_order_id: part.id, goods },
    "changed_mind"
  )
  town.note(`return ${said}`)
  // Whatever was answered: goods that are back are paid for.
  if (state !== "received" && state !== "refunded") {
    return false
  }
  const { amount } = nextPiece(goods)
  town.ask(part.id, { amount: amount < left ? amount : left, is_for: "return" })

  return true
}
