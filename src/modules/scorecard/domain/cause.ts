import type { Cause } from "./metric"

/**
 * Something that a buyer got their money back for, or did not pay: a return that was not turned down, a case that ended for
 * the buyer, a chargeback that was lost, a parcel that was not taken at the door.
 */
export type Problem = { kind: "return" | "case" | "chargeback" | "door"; reason: string }

/** `on_the_way`: of whoever had the goods when it happened. */
const OF_REASON: Record<string, Cause | "on_the_way"> = {
  not_as_described: "vendor",
  wrong_item: "vendor",
  missing_item: "vendor",
  refund_missing: "vendor",
  damaged: "on_the_way",
  not_received: "on_the_way",
  late: "on_the_way",
  changed_mind: "buyer",
  no_money: "buyer",
  not_there: "buyer",
  wrong_address: "buyer",
}

/** Whose it is when it says nothing that is known: of a case that was decided the shop's, of everything else the buyer's. */
const OF_KIND: Record<Problem["kind"], Cause> = {
  return: "buyer",
  case: "vendor",
  chargeback: "vendor",
  door: "buyer",
}

/**
 * Who has brought a problem about. Goods that were given to a courier, with a number that tells so, get lost or broken with
 * the courier; a shop that carries them itself has them until they are there. A stolen card is no fault of the shop's.
 */
export function causeOf({ kind, reason }: Problem, isWithCourier: boolean): Cause {
  if (kind === "chargeback" && /fraud/i.test(reason)) {
    return "platform"
  }
  const cause = OF_REASON[reason] ?? OF_KIND[kind]
  if (cause !== "on_the_way") {
    return cause
  }

  return isWithCourier ? "courier" : "vendor"
}

const RANK: readonly Cause[] = ["vendor", "courier", "platform", "buyer"]

/** The problem that an order is counted by: the shop's own comes first, so that it is counted once and not overlooked. */
export function gravest(
  problems: Problem[],
  isWithCourier: boolean
): { problem: Problem; cause: Cause } | null {
  const known = problems.map((problem) => ({ problem, cause: causeOf(problem, isWithCourier) }))

  return known.toSorted((one, other) => RANK.indexOf(one.cause) - RANK.indexOf(other.cause))[0] ?? null
}

/** Whose a cancellation is. One without a row of its own went with the whole order, which the platform called off. */
export function causeOfCancellation(canceledBy: "vendor" | "buyer" | "staff" | "clock" | null): Cause {
  switch (canceledBy) {
    case "vendor":
    // The shop has let its time run out.
    case "clock":
      return "vendor"
    case "buyer":
      return "buyer"
    case "staff":
    case null:
      return "platform"
    default:
      return canceledBy satisfies never
  }
}
