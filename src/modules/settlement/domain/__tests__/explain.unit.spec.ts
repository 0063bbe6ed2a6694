import fc from "fast-check"
import { explainSettlement, matchItem } from "../explain"

const settlement = (net_minor: bigint, over: object = {}) => ({
  currency_code: "ngn",
  gross_minor: 1_000_000n,
  fee_minor: 25_000n,
  duty_minor: null,
  net_minor,
  ...over,
})

describe("explainSettlement", () => {
  it.each([
    ["nothing kept back", 975_000n, 0n, { refund_minor: 0n, duty_minor: 0n, unexplained_minor: 0n }],
    ["refunds", 875_000n, 100_000n, { refund_minor: 100_000n, duty_minor: 0n, unexplained_minor: 0n }],
    ["duty", 970_000n, 0n, { refund_minor: 0n, duty_minor: 5000n, unexplained_minor: 0n }],
    ["refunds and duty", 870_000n, 100_000n, { refund_minor: 100_000n, duty_minor: 5000n }],
    ["refunds that come later", 975_000n, 100_000n, { refund_minor: 0n, unexplained_minor: 0n }],
    ["what is no duty", 970_001n, 0n, { duty_minor: 0n, unexplained_minor: 4999n }],
    ["more than was due", 975_001n, 100_000n, { refund_minor: 0n, unexplained_minor: -1n }],
    ["a fee given back twice", 970_000n, -5n, { refund_minor: 0n, duty_minor: 5000n }],
  ])("%s", (_, net, due, expected) => {
    expect(explainSettlement(settlement(net), due)).toMatchObject(expected)
  })

  it("leaves duty that the gateway tells of to the fees of the payments", () => {
    expect(explainSettlement(settlement(965_000n, { duty_minor: 10_000n }), 0n)).toEqual({
      refund_minor: 0n,
      duty_minor: 0n,
      duty_in_fees_minor: 10_000n,
      unexplained_minor: 0n,
    })
    expect(explainSettlement(settlement(960_000n, { duty_minor: 10_000n }), 0n)).toMatchObject({
      duty_minor: 0n,
      unexplained_minor: 5000n,
    })
  })

  it("always adds up to what is missing", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(amount, amount, amount, fc.option(amount), (gross_minor, net, due, duty_minor) => {
        const told = settlement(net, { gross_minor, duty_minor })
        const { refund_minor, duty_in_fees_minor, ...parts } = explainSettlement(told, due)
        const sum = refund_minor + duty_in_fees_minor + parts.duty_minor + parts.unexplained_minor
        expect(sum).toBe(gross_minor - told.fee_minor - net)
        expect(refund_minor >= 0n && refund_minor <= due).toBe(true)
      })
    )
  })
})

it("tells a payment that brought what was expected from one that did not, and from one of others", () => {
  const item = { reference: "mkt-1", gateway_id: "1", amount_minor: 100n, net_minor: 98n }
  expect(matchItem(item, 98n).state).toBe("matched")
  expect(matchItem(item, 97n).state).toBe("differs")
  expect(matchItem(item, null).state).toBe("unknown")
})
