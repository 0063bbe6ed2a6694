import {
  AMOUNT_NAMES,
  type Amounts,
  CONDITION_KINDS,
  type CommissionRule,
  type CommissionTerms,
} from "./rule"

/** What is true of the things that the conditions name, and of the rules that are there already. */
export type WritingFacts = {
  now: Date
  store_currencies: string[]
  /** Plans that a shop can have. */
  plans: string[]
  /** Null when there is none of the id that is named; also when none is named. */
  vendor: { is_closed: boolean } | null
  product: { vendor_id: string; collection_id: string | null; category_ids: string[] } | null
  has_collection: boolean
  has_category: boolean
  /** Rules in force, without the one that is replaced. */
  others: CommissionRule[]
}

export type TermsRefusal = { about: "condition" | "amount" | "dates" | "conflict"; message: string }

/**
 * Why a rule must not be written, or null. A condition that is unknown, or that can never hold, is refused rather than left
 * out: the rule would hold for nothing, or, read by somebody else, for everything.
 */
export function refuseTerms(terms: CommissionTerms, facts: WritingFacts): TermsRefusal | null {
  return (
    refuseDates(terms, facts) ??
    refuseConditions(terms, facts) ??
    refuseAmounts(terms, facts) ??
    refuseTwin(terms, facts)
  )
}

const no = (about: TermsRefusal["about"], message: string): TermsRefusal => ({ about, message })

function refuseDates({ starts_at, ends_at }: CommissionTerms, { now }: WritingFacts): TermsRefusal | null {
  if (ends_at && ends_at <= now) {
    return no("dates", "The campaign is over before the rule is written.")
  }

  return starts_at && ends_at && ends_at <= starts_at
    ? no("dates", "The campaign ends before it starts.")
    : null
}

function refuseConditions(
  { conditions, applies_to }: CommissionTerms,
  facts: WritingFacts
): TermsRefusal | null {
  const { product_id, vendor_id, collection_id, category_id, plan } = conditions
  const refusals: [boolean, string][] = [
    [plan !== undefined && !facts.plans.includes(plan), `There is no plan ${plan}.`],
    [vendor_id !== undefined && !facts.vendor, `There is no shop ${vendor_id}.`],
    [
      vendor_id !== undefined && Boolean(facts.vendor?.is_closed),
      `The shop ${vendor_id} is closed: it sells nothing.`,
    ],
    [collection_id !== undefined && !facts.has_collection, `There is no collection ${collection_id}.`],
    [category_id !== undefined && !facts.has_category, `There is no category ${category_id}.`],
    [product_id !== undefined && !facts.product, `There is no product ${product_id}.`],
    [
      applies_to !== "items" && [product_id, collection_id, category_id].some((id) => id !== undefined),
      "Delivery has no product, collection or category: a rule on it can only name a shop or a plan.",
    ],
  ]
  const found = refusals.find(([isRefused]) => isRefused)

  return found ? no("condition", found[1]) : refuseStrangers(conditions, facts)
}

/** A product that is not where the other conditions look for it would never meet them. */
function refuseStrangers(
  { product_id, vendor_id, collection_id, category_id }: CommissionTerms["conditions"],
  { product }: WritingFacts
): TermsRefusal | null {
  if (!product_id || !product) {
    return null
  }
  const strangers = [
    vendor_id !== undefined && vendor_id !== product.vendor_id && `is not of the shop ${vendor_id}`,
    collection_id !== undefined &&
      collection_id !== product.collection_id &&
      `is not in the collection ${collection_id}`,
    category_id !== undefined &&
      !product.category_ids.includes(category_id) &&
      `is not in the category ${category_id}`,
  ]
  const found = strangers.find((text) => text !== false)

  return found ? no("condition", `The product ${product_id} ${found}: the rule would never hold.`) : null
}

const MOST_MINOR = BigInt(Number.MAX_SAFE_INTEGER)

/** An amount that a currency lacks would leave its orders to another rule, an amount of a foreign one would never be taken. */
function refuseAmounts(
  { amounts }: CommissionTerms,
  { store_currencies }: WritingFacts
): TermsRefusal | null {
  const named = Object.keys(amounts)
  if (!named.length) {
    return null
  }
  const missing = store_currencies.filter((currency) => !named.includes(currency))
  const foreign = named.filter((currency) => !store_currencies.includes(currency))
  if (missing.length || foreign.length) {
    const problem = missing.length
      ? `${missing.join(", ")} is missing`
      : `${foreign.join(", ")} is none of them`

    return no("amount", `Amounts are needed in every currency of the store, and in no other: ${problem}.`)
  }
  const [first = {}, ...others] = Object.values(amounts)
  if (others.some((other) => stated(other) !== stated(first))) {
    return no("amount", "A fixed part, a floor or a cap has to be stated in every currency, or in none.")
  }

  return Object.entries(amounts).reduce<TermsRefusal | null>(
    (refusal, [currency, own]) => refusal ?? refuseAmountsOf(currency, own),
    null
  )
}

const stated = (amounts: Amounts) => AMOUNT_NAMES.filter((name) => amounts[name] !== undefined).join()

function refuseAmountsOf(currency: string, amounts: Amounts): TermsRefusal | null {
  const { floor_minor, cap_minor } = amounts
  if (!stated(amounts)) {
    return no("amount", `The amounts in ${currency} state nothing.`)
  }
  if (Object.values(amounts).some((minor) => BigInt(minor) > MOST_MINOR)) {
    return no("amount", `An amount in ${currency} is larger than any price.`)
  }

  return floor_minor !== undefined && cap_minor !== undefined && BigInt(floor_minor) > BigInt(cap_minor)
    ? no("amount", `The floor in ${currency} is above the cap.`)
    : null
}

/** Two rules that hold for the same would be decided by nothing that anybody chose. */
function refuseTwin(terms: CommissionTerms, { others }: WritingFacts): TermsRefusal | null {
  const twin = others.find(
    (other) =>
      other.priority === terms.priority &&
      CONDITION_KINDS.every((kind) => other.conditions[kind] === terms.conditions[kind]) &&
      (other.applies_to === "all" || terms.applies_to === "all" || other.applies_to === terms.applies_to) &&
      isCampaign(other) === isCampaign(terms) &&
      overlap(other, terms)
  )

  return twin
    ? no(
        "conflict",
        `The rule ${twin.id} (${twin.name}) has the same conditions, priority and time: change or end it.`
      )
    : null
}

type Period = Pick<CommissionTerms, "starts_at" | "ends_at">

/** A campaign goes before a rule that always holds, so those two are no twins. */
const isCampaign = ({ starts_at, ends_at }: Period) => Boolean(starts_at ?? ends_at)

const overlap = (left: Period, right: Period) =>
  startsBeforeEndOf(left, right) && startsBeforeEndOf(right, left)

const startsBeforeEndOf = ({ starts_at }: Period, { ends_at }: Period) =>
  !starts_at || !ends_at || starts_at < ends_at
