import { GROUPS, type Spec } from "../specs"
import { changeOf, fieldAt, isReadable, type Settings, touchedSpecs, writtenOf } from "../values"

const settings = {
  payout_fees: { ngn: 5_000, xof: 100 },
  payout_rail_fees: { paystack: { ngn: 1_050, kes: 5 } },
  opened_routes: { "GET /admin/plugin": "orders:read" },
  payout_proven: { delivered_orders: 50, verified_days: 90, refund_bps: 550, dispute_bps: 100 },
  payout_bulk_from: null,
} as unknown as Settings

const specs: Spec[] = [
  { path: "payout_fees", kind: "amounts" },
  { path: "payout_rail_fees", kind: "rail_amounts" },
  { path: "opened_routes", kind: "routes" },
  { path: "payout_proven.refund_bps", kind: "percent" },
  { path: "payout_bulk_from", kind: "optional_whole" },
]

describe("settings in a form", () => {
  it("counts the digits of a currency as the server does, where browsers know others", () => {
    const [fees] = specs
    const shillings = { payout_fees: { tzs: 5_000 } } as unknown as Settings
    const written = writtenOf(shillings, [fees!])
    expect(written).toEqual({ payout_fees: [{ currency_code: "TZS", amount: "5000" }] })
    expect(changeOf(shillings, [fees!], written)).toEqual({ payout_fees: { tzs: 5_000 } })
    expect(isReadable(fees!, [{ currency_code: "TZS", amount: "50.5" }])).toBe(false)
  })

  it("writes amounts in major units, one row for each", () => {
    expect(writtenOf(settings, specs)).toEqual({
      payout_fees: [
        { currency_code: "NGN", amount: "50.00" },
        { currency_code: "XOF", amount: "100" },
      ],
      payout_rail_fees: [
        { rail: "paystack", currency_code: "NGN", amount: "10.50" },
        { rail: "paystack", currency_code: "KES", amount: "0.05" },
      ],
      opened_routes: [{ method: "GET", path: "/admin/plugin", permission: "orders:read" }],
      payout_proven__refund_bps: "5.5",
      payout_bulk_from: "",
    })
  })

  it("reads what it wrote back as it was", () => {
    const change = changeOf(settings, specs, writtenOf(settings, specs))
    expect(change).toEqual(settings)
  })

  it("sends what was changed in the form, and leaves to a colleague what they have changed meanwhile", () => {
    const before = writtenOf(settings, specs)
    const written = { ...before, payout_proven__refund_bps: "6", payout_fees: [] }
    const now = {
      ...settings,
      payout_bulk_from: 20,
      payout_proven: { ...settings.payout_proven, dispute_bps: 70 },
    }
    const touched = touchedSpecs(specs, before, written)
    expect(changeOf(now, touched, written)).toEqual({
      payout_fees: {},
      payout_proven: { delivered_orders: 50, verified_days: 90, refund_bps: 600, dispute_bps: 70 },
    })
    expect(touchedSpecs(specs, before, writtenOf(settings, specs))).toEqual([])
  })

  it("takes what was typed with blanks and in capitals", () => {
    const rows = [{ rail: " manual ", currency_code: " ngn", amount: "7.5 " }]
    const change = changeOf(settings, [specs[1] as Spec], { payout_rail_fees: rows })
    expect(change).toEqual({ payout_rail_fees: { manual: { ngn: 750 } } })
  })

  it.each<[kind: Spec["kind"], rows: Record<string, string>[], is_readable: boolean]>([
    ["amounts", [], true],
    ["amounts", [{ currency_code: "NGN", amount: "" }], false],
    ["amounts", [{ currency_code: "XOF", amount: "1.5" }], false],
    [
      "amounts",
      [
        { currency_code: "NGN", amount: "1" },
        { currency_code: "ngn", amount: "2" },
      ],
      false,
    ],
    ["rail_amounts", [{ rail: "", currency_code: "NGN", amount: "1" }], false],
    ["rail_amounts", [{ rail: "manual", currency_code: "NGN", amount: "1" }], true],
    ["routes", [{ method: "GET", path: "admin/plugin", permission: "orders:read" }], false],
    ["routes", [{ method: "GET", path: "/admin/plugin", permission: "orders:read" }], true],
  ])("says of %s %j whether they can be read", (kind, rows, is_readable) => {
    expect(isReadable({ path: "x", kind }, rows)).toBe(is_readable)
  })

  it.each([
    [["payout_proven", "refund_bps"], "payout_proven__refund_bps"],
    [["payout_fees", "ngn"], "payout_fees"],
    [["payout_rail_fees", "paystack", "ngn"], "payout_rail_fees"],
    [["opened_routes", "GET /admin/plugin"], "opened_routes"],
    [["payout_bulk_from"], "payout_bulk_from"],
    [["payout_proven"], "payout_proven"],
    [["payout_proven", "delivered_orders"], "payout_proven.delivered_orders"],
  ])("what the server says of %j stands at %s", (path, field) => {
    expect(fieldAt(path, specs)).toBe(field)
  })

  it("offers every setting once", () => {
    const paths = Object.values(GROUPS).flatMap((group) => group.map(({ path }) => path))
    expect(new Set(paths).size).toBe(paths.length)
  })
})
