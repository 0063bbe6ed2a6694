import { type CollectFacts, type DoorFacts, whyNotCollect, whyNotRefuse, whyPrepay } from "../pay-on-delivery"

const RULES: DoorFacts["rules"] = {
  is_on: true,
  areas: ["ng"],
  least: { ngn: 100_000 },
  most: { ngn: 5_000_000 },
  needs_login: true,
  needs_verified_phone: true,
  most_refusals: 1,
}
const PART: DoorFacts["part"] = {
  amount_minor: 2_000_000n,
  is_offered: true,
  areas: ["ng:lagos", "gh"],
  is_stopped: false,
}
const LAGOS = { country_code: "ng", province: " Lagos" }

const BUYER = { is_signed_in: true, has_verified_phone: true, refusals: 1 }

const facts = (over: Partial<DoorFacts> = {}): DoorFacts => ({
  rules: RULES,
  currency_code: "ngn",
  place: LAGOS,
  buyer: BUYER,
  has_credit: false,
  part: PART,
  ...over,
})
const part = (over: Partial<DoorFacts["part"]>) => facts({ part: { ...PART, ...over } })
const rules = (over: Partial<DoorFacts["rules"]>) => facts({ rules: { ...RULES, ...over } })
const place = (country_code: string | null, province: string | null = null) =>
  facts({ place: { country_code, province } })

describe("whyPrepay", () => {
  it.each([
    ["all that it takes", facts(), null],
    ["the operator has not turned it on", rules({ is_on: false }), "pay_on_delivery_off"],
    ["credit pays a part", facts({ has_credit: true }), "credit_used"],
    ["a stranger", facts({ buyer: { ...BUYER, is_signed_in: false } }), "buyer_signed_out"],
    [
      "a phone nobody proved",
      facts({ buyer: { ...BUYER, has_verified_phone: false } }),
      "phone_not_verified",
    ],
    ["one refusal too many", facts({ buyer: { ...BUYER, refusals: 2 } }), "buyer_refused_before"],
    ["a shop that said nothing", part({ is_offered: false }), "shop_does_not_offer"],
    ["a shop that staff have stopped", part({ is_stopped: true }), "shop_stopped"],
    ["another province", place("ng", "Kano"), "area_not_served"],
    ["no province", place("ng"), "area_not_served"],
    ["a country of the shop's that is none of the platform's", place("gh"), "area_not_served"],
    ["no address", place(null), "area_not_served"],
    ["a shop that serves everywhere", part({ areas: [] }), null],
    ["a platform that serves everywhere", { ...rules({ areas: [] }), place: place("gh").place }, null],
    ["just enough", part({ amount_minor: 100_000n }), null],
    ["one unit less", part({ amount_minor: 99_999n }), "amount_too_small"],
    ["just not too much", part({ amount_minor: 5_000_000n }), null],
    ["one unit more", part({ amount_minor: 5_000_001n }), "amount_too_large"],
    ["a currency without bounds", { ...part({ amount_minor: 1n }), currency_code: "ghs" }, null],
  ] as [string, DoorFacts, string | null][])("for %s", (_, given, why) => {
    expect(whyPrepay(given)).toBe(why)
  })

  it("lets strangers pay at the door where the operator does", () => {
    const stranger = { buyer: { is_signed_in: false, has_verified_phone: false, refusals: 0 } }
    expect(
      whyPrepay({ ...rules({ needs_login: false, needs_verified_phone: false }), ...stranger })
    ).toBeNull()
  })
})

describe("whyNotCollect", () => {
  const due: CollectFacts = {
    state: "due",
    status: "shipped",
    due_minor: 8_223_750n,
    asked_minor: 8_223_750n,
    is_canceled: false,
  }

  it.each([
    [{}, null],
    [{ status: "delivered" }, null],
    [{ asked_minor: 8_223_749n }, "amount_differs"],
    [{ asked_minor: 8_223_751n }, "amount_differs"],
    [{ status: "pending" }, "not_sent"],
    [{ status: "confirmed" }, "not_sent"],
    [{ status: "partly_returned" }, null],
    [{ status: "returned" }, null],
    [{ is_canceled: true }, "not_due"],
    [{ state: null }, "not_due"],
    [{ state: "collected" }, "not_due"],
    [{ state: "refused" }, "not_due"],
  ] as [Partial<CollectFacts>, string | null][])("of %j is %s", (over, why) => {
    expect(whyNotCollect({ ...due, ...over })).toBe(why)
  })
})

it.each([
  [{}, null],
  [{ status: "delivered" }, null],
  [{ status: "confirmed" }, "not_sent"],
  [{ state: "collected" }, "not_due"],
  [{ is_canceled: true }, "not_due"],
  [{ is_delivery_confirmed: true }, "delivered"],
  [{ status: "partly_returned" }, null],
  [{ status: "partly_returned", is_delivery_confirmed: true }, "delivered"],
  [{ status: "returned" }, null],
  [{ status: "returned", is_delivery_confirmed: true }, "delivered"],
  [{ status: "returned", is_delivery_confirmed: true, is_by_staff: true }, null],
  [{ status: "partly_returned", is_delivery_confirmed: true, is_by_staff: true }, "delivered"],
] as const)("a refusal of %j is %s", (over, why) => {
  const due = {
    state: "due",
    status: "shipped",
    is_canceled: false,
    is_delivery_confirmed: false,
    is_by_staff: false,
  } as const
  expect(whyNotRefuse({ ...due, ...over })).toBe(why)
})
