import { type ServiceValues, serviceSchema, serviceValues, settingsOf } from "../service/service-values"

const t = (key: string) => key
const check = (change: Partial<ServiceValues>) =>
  serviceSchema({ t }).safeParse({ ...serviceValues({}, 60), ...change })
const faults = (change: Partial<ServiceValues>) =>
  (check(change).error?.issues ?? []).map(({ path, message }) => [path.join("."), message])
const said = (handling_days: string) => ({ settings: { handling_days, return_policy: "" } })

describe("what a shop says of its service", () => {
  it("takes nothing from who says nothing", () => {
    expect(settingsOf(serviceValues({}, 60))).toEqual({
      handling_days: null,
      return_policy: null,
      opening_hours: null,
      pay_on_delivery: null,
    })
  })

  it("comes back as it was stored", () => {
    const stored = {
      handling_days: 0,
      return_policy: "Seven days,\nunworn.",
      opening_hours: {
        utc_offset_minutes: 0,
        week: [null, [540, 1080], [0, 1440], null, null, null, null] as ([number, number] | null)[],
        holidays: ["2026-12-25"],
      },
      pay_on_delivery: { is_offered: true, areas: ["ng:lagos", "gh"] },
    }

    expect(settingsOf(serviceValues(stored, 60))).toEqual(stored)
  })

  it("begins with the reader's clock where the shop has said none", () => {
    expect(serviceValues({}, 180).utc_offset_minutes).toBe("180")
  })

  it("keeps the places of who no longer lets buyers pay at the door", () => {
    const values = serviceValues({ pay_on_delivery: { is_offered: true, areas: ["ng"] } }, 60)

    expect(settingsOf({ ...values, is_at_door: false }).pay_on_delivery).toEqual({
      is_offered: false,
      areas: ["ng"],
    })
  })

  it("names a place once, however it is written", () => {
    const areas = ["Lagos", " lagos ", ""].map((province) => ({ country_code: "ng", province }))

    expect(settingsOf({ ...serviceValues({}, 60), is_at_door: true, areas }).pay_on_delivery?.areas).toEqual([
      "ng:lagos",
      "ng",
    ])
  })
})

describe("what is wrong with it", () => {
  it.each(["", "0", "60"])("is not %j days", (days) => {
    expect(faults(said(days))).toEqual([])
  })

  it.each(["61", "-1", "1.5", "two"])("is %j days", (days) => {
    expect(faults(said(days))).toEqual([["settings.handling_days", "service.whole_days"]])
  })

  const day = (opens: string, closes: string) => ({
    has_hours: true,
    week: [{ is_open: true, opens, closes }],
  })

  it.each([
    ["", "18:00", "week.0.opens", "inputs.required"],
    ["09:00", "", "week.0.closes", "inputs.required"],
    ["18:00", "09:00", "week.0.closes", "service.closes_wrong"],
    ["09:00", "09:00", "week.0.closes", "service.closes_wrong"],
  ])("is a day from %j until %j", (opens, closes, field, message) => {
    expect(faults(day(opens, closes))).toEqual([[field, message]])
  })

  it("is not a day until midnight, nor one of a shop without hours", () => {
    expect(faults(day("18:00", "00:00"))).toEqual([])
    expect(faults({ ...day("18:00", "09:00"), has_hours: false })).toEqual([])
  })

  const unfinished = [
    { country_code: "", province: "Lagos" },
    { country_code: "ng", province: "a:b" },
  ]

  it("is a place without a country, or with a colon", () => {
    expect(faults({ is_at_door: true, areas: unfinished })).toEqual([
      ["areas.0.country_code", "inputs.required"],
      ["areas.1.province", "service.province_wrong"],
    ])
  })

  it("is no place of who no longer lets buyers pay at the door; what is unfinished is forgotten", () => {
    const areas = [...unfinished, { country_code: "gh", province: "" }]

    expect(faults({ is_at_door: false, areas })).toEqual([])
    expect(settingsOf({ ...serviceValues({}, 60), areas }).pay_on_delivery?.areas).toEqual(["gh"])
  })
})
