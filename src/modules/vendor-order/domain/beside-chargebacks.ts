/** What a refund has to fit beside when a bank has taken money of the order; integer minor units. */
export type BesideChargebacks = {
  amount_minor: bigint
  /** What is left of the buyer's money for the part: less other refunds, and less what was taken of the part. */
  part_left_minor: bigint
  /** What all payments of the order can still give back, as Medusa knows them: it knows nothing of banks. */
  order_left_minor: bigint
  /** All that banks have taken, also what no part covers because it was on its way back already. */
  charged_back_minor: bigint
}

/** Why money must not go back once more that a bank may have given the buyer already; null when all of it still fits. */
export function whyNotBeside(facts: BesideChargebacks): string | null {
  const { amount_minor, charged_back_minor } = facts
  const orderLeft = facts.order_left_minor - charged_back_minor
  if (charged_back_minor <= 0n || (amount_minor <= facts.part_left_minor && amount_minor <= orderLeft)) {
    return null
  }
  const least = orderLeft < facts.part_left_minor ? orderLeft : facts.part_left_minor

  return `A bank has taken money of this order back for the buyer: ${least > 0n ? least : 0n} minor units of what was asked for are left.`
}
