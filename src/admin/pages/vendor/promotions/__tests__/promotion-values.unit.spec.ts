import type { Texts } from "../../../../lib/text"
import type { Promotion } from "../promotion"
import { changeOf, creationOf, startValues, valuesOf } from "../promotion-values"

const texts = { t: (key: string) => key } as Texts
const NEW = { ...startValues(null, "ngn"), name: "Eid", code: "EID20", value: "20" }
const faults = (change: object, is_new = true) =>
  (valuesOf(texts, is_new).safeParse({ ...NEW, ...change }).error?.issues ?? []).map(({ path, message }) => [
    path.join("."),
    message,
  ])

describe("a new promotion", () => {
  it.each([
    [{}, []],
    [{ code: "e" }, [["code", "promotions.code_wrong"]]],
    [{ code: "", is_automatic: true }, []],
    [{ value: "0" }, [["value", "promotions.amount_wrong"]]],
    [{ usage_limit: "0" }, [["usage_limit", "promotions.whole_number"]]],
    [{ kind: "fixed", currency_code: "" }, [["currency_code", "promotions.currency_missing"]]],
    [{ starts_at: "2026-12-01T10:00", ends_at: "2026-12-01T10:00" }, [["ends_at", "promotions.ends_wrong"]]],
  ])("with %j is wrong in %j", (change, wrong) => {
    expect(faults(change)).toEqual(wrong)
  })

  it("names a currency and a code where it needs them alone", () => {
    expect(creationOf(NEW)).toMatchObject({ code: "EID20", status: "active" })
    expect(creationOf(NEW)).not.toHaveProperty("currency_code")
    expect(creationOf({ ...NEW, budget: "500" })).toMatchObject({ currency_code: "ngn", budget: "500" })
    expect(creationOf({ ...NEW, is_automatic: true, is_started: false })).toMatchObject({ status: "draft" })
    expect(creationOf({ ...NEW, is_automatic: true })).not.toHaveProperty("code")
  })

  it("has no products where it is on delivery", () => {
    const products = [{ id: "prod_1", label: "Tee" }]
    expect(creationOf({ ...NEW, products }).product_ids).toEqual(["prod_1"])
    expect(creationOf({ ...NEW, products, target: "delivery" }).product_ids).toEqual([])
  })
})

describe("a promotion that is changed", () => {
  const STORED = {
    name: "Eid",
    code: "EID20",
    target: "items",
    kind: "percentage",
    value: "20",
    currency_code: null,
    starts_at: "2026-12-01T09:30:00.000Z",
    ends_at: null,
    product_ids: [],
  } as unknown as Promotion

  it("keeps its moments to the minute, whatever the reader's clock", () => {
    const values = startValues(STORED, "ngn")
    expect(changeOf(values, STORED)).toMatchObject({ starts_at: STORED.starts_at, ends_at: null })
  })

  it("says nothing of amounts where it has no currency", () => {
    expect(changeOf(startValues(STORED, "ngn"), STORED)).not.toHaveProperty("budget")
    const inNaira = { ...STORED, currency_code: "ngn" }
    expect(changeOf(startValues(inNaira, "xof"), inNaira)).toMatchObject({ budget: null })
  })
})
