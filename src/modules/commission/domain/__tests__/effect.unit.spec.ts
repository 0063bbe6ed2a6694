import { addEffects, isChanged, lastMonth, NO_EFFECT, sumTaken } from "../effect"

describe("lastMonth", () => {
  it.each([
    ["2026-11-28T06:00:00Z", "2026-10-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"],
    ["2027-01-01T00:00:00Z", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2028-03-31T23:59:59Z", "2028-02-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
  ])("before %s is from %s to %s", (now, from, before) => {
    const period = lastMonth(new Date(now))

    expect([period.from.toISOString(), period.before.toISOString()]).toEqual([from, before])
  })
})

describe("effects", () => {
  const taken = (commission_minor: bigint) => ({
    commission_minor,
    commission_tax_minor: commission_minor / 10n,
  })
  const effect = { orders: 1, frozen: taken(10n), before: taken(20n), after: taken(30n) }

  it("add up, each of the three for itself", () => {
    expect(addEffects(addEffects(NO_EFFECT, effect), effect)).toEqual({
      orders: 2,
      frozen: taken(20n),
      before: taken(40n),
      after: taken(60n),
    })
    expect(sumTaken([taken(10n), taken(30n)])).toEqual(taken(40n))
  })

  it("are a change when commission or its tax is another, whatever was frozen", () => {
    expect(isChanged(effect)).toBe(true)
    expect(isChanged({ ...effect, after: { ...effect.before, commission_tax_minor: 3n } })).toBe(true)
    expect(isChanged({ ...effect, after: effect.before })).toBe(false)
  })
})
