import fc from "fast-check"
import {
  type CoveredBy,
  canMove,
  dueAt,
  INVOICE_STATES,
  type InvoiceState,
  invoiceNumber,
  isInvoiceDue,
  isOpen,
  leftOf,
  statesBefore,
  stateWith,
} from "../invoice"

const at = (text: string) => new Date(`2026-11-${text}T00:00:00Z`)

describe("An invoice", () => {
  it("ends once", () => {
    const ended = INVOICE_STATES.filter((state) => !isOpen(state))

    expect(ended).toEqual(["paid", "netted", "canceled", "written_off"])
    expect(ended.flatMap((from) => INVOICE_STATES.filter((to) => canMove(from, to)))).toEqual([])
    expect(statesBefore("part_paid")).toEqual(["open"])
    expect(statesBefore("canceled")).toEqual(["open", "part_paid"])
  })

  it.each([
    [1, "DN-2026-000001"],
    [999_999, "DN-2026-999999"],
    [1_000_000, "DN-2026-1000000"],
  ])("number %s is %s", (count, number) => {
    expect(invoiceNumber(2026, count)).toBe(number)
  })

  it("is due so many days later", () => {
    expect(dueAt(at("10"), 14)).toEqual(at("24"))
  })

  it.each([
    ["payment", "paid"],
    ["netting", "netted"],
    ["write_off", "written_off"],
  ] as const)("that %s covers is %s", (by, state) => {
    const invoice = { state: "open" as const, amount_minor: 100n, credited_minor: 7n }

    expect(stateWith(invoice, leftOf(invoice, { credited_minor: 7n }), by)).toBe("open")
    expect(stateWith(invoice, leftOf(invoice, { credited_minor: 106n }), by)).toBe("part_paid")
    expect(stateWith(invoice, leftOf(invoice, { credited_minor: 107n }), by)).toBe(state)
  })

  it("never asks for more than is owed nor than it was issued for, nor for more again, whatever moves", () => {
    const moves = fc.array(fc.tuple(fc.bigInt({ min: -500n, max: 500n }), fc.constantFrom(...COVERS)), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2_000n }), fc.nat(1000), moves, (amount_minor, credited, all) => {
        const invoice = { state: "open" as InvoiceState, amount_minor, credited_minor: BigInt(credited) }
        let [owed, credited_minor, before] = [amount_minor, BigInt(credited), amount_minor]
        for (const [move, by] of all) {
          owed += move
          credited_minor += move < 0n ? -move : 0n
          const left = leftOf(invoice, { credited_minor })
          expect([left <= (owed > 0n ? owed : 0n), left <= before]).toEqual([true, true])
          follow(invoice, left, by)
          before = left
        }
        expect(owed > 0n || all.length === 0 || !isOpen(invoice.state)).toBe(true)
      })
    )
  })
})

function follow(
  invoice: { state: InvoiceState; amount_minor: bigint; credited_minor: bigint },
  left: bigint,
  by: CoveredBy
) {
  if (!isOpen(invoice.state)) {
    return
  }
  const state = stateWith(invoice, left, by)
  expect(isOpen(state)).toBe(left > 0n)
  expect(state === invoice.state || canMove(invoice.state, state)).toBe(true)
  invoice.state = state
}

const COVERS = ["payment", "netting", "write_off"] as const satisfies CoveredBy[]

describe("A debt", () => {
  it.each([
    ["old enough", { since: at("01"), canceled_at: null }, 14, true],
    ["too young", { since: at("02"), canceled_at: null }, 14, false],
    ["never", { since: at("01"), canceled_at: null }, null, false],
    ["taken back by staff", { since: at("01"), canceled_at: at("03") }, 1, false],
    ["of an older debt was taken back", { since: at("05"), canceled_at: at("03") }, 1, true],
  ] as const)("is invoiced by itself: %s", (_, debt, days, isDue) => {
    expect(isInvoiceDue(debt, days, at("15"))).toBe(isDue)
  })
})
