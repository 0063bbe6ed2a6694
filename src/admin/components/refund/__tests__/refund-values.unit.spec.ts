import {
  canBeNamed,
  firstValues,
  type Refundable,
  type RefundValues,
  refundSchema,
  wishOf,
} from "../refund-values"

const t = (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`

const lineOf = (id: string, refundable_quantity: number) => ({
  id,
  title: "Bowl",
  variant_title: null,
  sku: null,
  refundable_quantity,
})

const refundable = (over: Partial<Refundable> = {}): Refundable => ({
  currency_code: "ngn",
  lines: [lineOf("vol_1", 3), lineOf("vol_2", 0), lineOf("vol_3", 1)],
  is_delivery_refundable: true,
  ...over,
})

const typed = (over: Partial<RefundValues> = {}): RefundValues => ({ ...firstValues(refundable()), ...over })

function faults(values: RefundValues, is_note_needed = false): [string, string][] {
  const { error } = refundSchema({ refundable: refundable(), is_note_needed }, t).safeParse(values)

  return (error?.issues ?? []).map(({ path, message }) => [path.join("."), message])
}

describe("the form of a refund", () => {
  it("begins with pieces and delivery, none of them chosen", () => {
    expect(firstValues(refundable())).toMatchObject({
      way: "named",
      quantities: { vol_1: "0", vol_2: "0", vol_3: "0" },
      shipping: false,
    })
  })

  it("begins with an amount where nothing can be named any more", () => {
    const nothing = refundable({ lines: [lineOf("vol_2", 0)], is_delivery_refundable: false })

    expect(canBeNamed(nothing)).toBe(false)
    expect(firstValues(nothing).way).toBe("amount")
    expect(firstValues({ ...nothing, is_delivery_refundable: true }).way).toBe("named")
  })

  it.each<[string, Partial<RefundValues>]>([
    ["pieces", { quantities: { vol_1: "3", vol_2: "0", vol_3: "" } }],
    ["delivery alone", { shipping: true }],
    ["an amount", { way: "amount", amount: " 1500.50 " }],
    [
      "an amount, whatever was typed at the pieces before",
      { way: "amount", amount: "1", quantities: { vol_1: "9" } },
    ],
    ["pieces, whatever was typed as amount before", { amount: "much", quantities: { vol_1: "1" } }],
  ])("takes %s", (_, values) => {
    expect(faults(typed(values))).toEqual([])
  })

  it.each<[string, Partial<RefundValues>, [string, string]]>([
    ["nothing", {}, ["quantities.vol_1", "refund_form.nothing_chosen {}"]],
    [
      "more pieces than are left",
      { quantities: { vol_1: "4" }, shipping: true },
      ["quantities.vol_1", 'refund_form.wrong_quantity {"most":3}'],
    ],
    [
      "half a piece",
      { quantities: { vol_1: "1", vol_3: "0.5" } },
      ["quantities.vol_3", 'refund_form.wrong_quantity {"most":1}'],
    ],
    [
      "less than none",
      { quantities: { vol_1: "-1" } },
      ["quantities.vol_1", 'refund_form.wrong_quantity {"most":3}'],
    ],
    ["no amount", { way: "amount", shipping: true }, ["amount", "inputs.amount {}"]],
    [
      "an amount with too many decimals",
      { way: "amount", amount: "1.00001" },
      ["amount", "inputs.amount {}"],
    ],
  ])("refuses %s at its field", (_, values, fault) => {
    expect(faults(typed(values))).toEqual([fault])
  })

  it("says at the switch that nothing is chosen where only delivery is left", () => {
    const delivery = refundable({ lines: [lineOf("vol_2", 0)] })
    const { error } = refundSchema({ refundable: delivery, is_note_needed: false }, t).safeParse(
      firstValues(delivery)
    )

    expect(error?.issues.map(({ path }) => path)).toEqual([["shipping"]])
  })

  it("asks those for a note who have to say why", () => {
    const values = typed({ shipping: true, note: "  " })

    expect(faults(values)).toEqual([])
    expect(faults(values, true)).toEqual([["note", "inputs.required {}"]])
  })
})

describe("what is asked for", () => {
  it("is the chosen pieces and delivery, and no amount", () => {
    const values = typed({ quantities: { vol_1: "2", vol_2: "0", vol_3: "" }, shipping: true, amount: "50" })

    expect(wishOf(values, refundable())).toEqual({
      items: [{ line_id: "vol_1", quantity: 2 }],
      shipping: true,
    })
  })

  it("is an amount alone", () => {
    const values = typed({ way: "amount", quantities: { vol_1: "2" }, shipping: true, amount: "50" })

    expect(wishOf(values, refundable())).toEqual({ amount: "50" })
  })

  it("is nothing that is shown no more", () => {
    const values = typed({ quantities: { vol_1: "1", vol_2: "1" }, shipping: true })
    const now = refundable({ is_delivery_refundable: false })

    expect(wishOf(values, now)).toEqual({ items: [{ line_id: "vol_1", quantity: 1 }], shipping: false })
  })
})
