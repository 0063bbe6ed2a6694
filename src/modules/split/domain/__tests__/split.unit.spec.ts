import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { planShares } from "../plan"
import { decideEnd, type ShareEvidence, soldShare } from "../share"
import { nextStep } from "../subaccount"

const full = { is_explained: true, split_minor: 0n }

describe("how a share ends", () => {
  it.each<[string, ShareEvidence, ReturnType<typeof decideEnd>]>([
    ["waits while nothing is known", { paid_minor: null, main: null }, null],
    [
      "waits for a subaccount that is paid weekly or by hand: the record says that the share was split off",
      { paid_minor: null, main: { is_explained: true, split_minor: 5n } },
      null,
    ],
    [
      "waits where the record does not say whether anything was split off",
      { paid_minor: null, main: { is_explained: true, split_minor: null } },
      null,
    ],
    [
      "waits where the record says that nothing was, and the money is not all there",
      { paid_minor: null, main: { is_explained: false, split_minor: 0n } },
      null,
    ],
    [
      "is missing once all of the money is there, and nothing was split off",
      { paid_minor: null, main: full },
      { state: "missing", paid_minor: 0n },
    ],
    [
      "is settled once its subaccount was paid, whatever the platform's own record says",
      { paid_minor: 7n, main: full },
      { state: "settled", paid_minor: 7n },
    ],
  ])("%s", (_, evidence, end) => {
    expect(decideEnd(evidence)).toEqual(end)
  })

  it.each([
    ["frozen" as const, null, 100n],
    ["settled" as const, 90n, 90n],
    ["missing" as const, 0n, 0n],
  ])("keeps back of a sale whose share is %s what the vendor has or may get", (state, paid_minor, sold) => {
    expect(soldShare({ state, paid_minor, share_minor: 100n, order_id: null })).toBe(sold)
  })
})

describe("what a gateway is told to pay", () => {
  const part = (vendor_id: string, net_minor: bigint, isSplit = true) => ({
    vendor_id,
    net_minor,
    subaccount_code: isSplit ? `ACCT_${vendor_id}` : null,
  })
  const cart = { charged_minor: 1_000n, credit_minor: 0n }

  it("is the whole of what each of these vendors is owed, and of the others nothing", () => {
    expect(
      planShares({ ...cart, parts: [part("ada", 500n), part("bola", 400n, false), part("chi", 0n)] })
    ).toEqual([{ vendor_id: "ada", subaccount_code: "ACCT_ada", share_minor: 500n }])
  })

  it("is nothing where a gift card pays a part, or where the rest could not bear the fee", () => {
    expect(planShares({ ...cart, credit_minor: 1n, parts: [part("ada", 500n)] })).toEqual([])
    expect(planShares({ ...cart, parts: [part("ada", 961n)] })).toEqual([])
    expect(planShares({ ...cart, parts: [part("ada", 960n)] })).toHaveLength(1)
  })

  it("is never more than the buyer pays", () => {
    const parts = fc.array(
      fc.record({
        vendor_id: fc.uuid(),
        net_minor: fc.bigInt(-1_000n, 10_000n),
        subaccount_code: fc.option(fc.string({ minLength: 1 })),
      })
    )
    fc.assert(
      fc.property(fc.bigInt(0n, 20_000n), fc.bigInt(0n, 1n), parts, (charged_minor, credit_minor, all) => {
        const shares = planShares({ charged_minor, credit_minor, parts: all })

        expect(shares.every(({ share_minor }) => share_minor > 0n)).toBe(true)
        expect(sumMinor(shares.map(({ share_minor }) => share_minor)) <= charged_minor).toBe(true)
      })
    )
  })
})

describe("how a gateway is told of a vendor", () => {
  const at = new Date("2026-11-28T12:00:00Z")
  const now = { now: at, settle_ms: 60_000 }
  const ago = (ms: number) => new Date(at.getTime() - ms)
  const known = { code: "ACCT_1", told_account_id: "vbank_1", posted_at: ago(90_000) }

  it.each([
    [
      "creates one that was never asked for",
      { code: null, told_account_id: null, posted_at: null },
      "create",
    ],
    ["does nothing while it has the account", known, "nothing"],
    ["tells it of another account", { ...known, told_account_id: "vbank_0" }, "update"],
    ["tells it again when the answer was lost", { ...known, told_account_id: null }, "update"],
    ["looks for one that may have been made", { ...known, code: null, told_account_id: null }, "find"],
    [
      "waits before it looks: what was taken on may not show yet",
      { code: null, told_account_id: null, posted_at: ago(30_000) },
      "wait",
    ],
  ])("%s", (_, facts, step) => {
    expect(nextStep(facts, "vbank_1", now)).toBe(step)
  })
})
