import type { AbstractPayoutRail, TransferInput } from "../../lib/payout-rail"

/** What a rail is tried with: itself, and a gateway (a sandbox) whose course the tests set. */
export type RailBench = {
  rail: AbstractPayoutRail
  /** The same rail with a key that the gateway does not take. */
  stranger: AbstractPayoutRail
  currency_code: string
  /** Forgets all transfers, and puts so much on the balance. */
  reset: (balanceMinor: bigint) => void
  /** Transfers stay without an end until `end` says how they end. */
  hold: () => void
  end: (reference: string, how: "paid" | "failed") => void
  /** What becomes of the next transfer that is posted: lost before, after, or refused for haste. */
  disturb: (kind: "5xx_before_commit" | "5xx_after_commit" | "timeout" | "429") => void
  /** How often a transfer was posted, whatever became of it. */
  posts: () => number
  destination: { bank_code: string; account_number: string }
  /** A number that the gateway refuses, and repeats. */
  refused_number: string
}

const ONE = "po-0123456789abcdef"
const OTHER = "po-fedcba9876543210"

/** What every rail owes the payout module. An implementer runs it against their own: write a bench, and call this. */
export function describePayoutRail(name: string, bench: () => RailBench): void {
  const transfer = (over: Partial<TransferInput> = {}, account_number?: string): TransferInput => ({
    reference: ONE,
    amount_minor: 5050n,
    currency_code: bench().currency_code,
    reason: "Payout of your sales",
    destination: {
      kind: "bank",
      ...bench().destination,
      ...(account_number ? { account_number } : {}),
      account_name: "Ada Textiles",
      currency_code: bench().currency_code,
    },
    ...over,
  })
  const find = (reference = ONE) => bench().rail.find({ reference, currency_code: bench().currency_code })

  describe(`${name} as a payout rail`, () => {
    beforeEach(() => {
      bench().reset(1_000_000n)
      bench().hold()
    })

    it("sends exactly what was asked for, under our reference, and does not say where to", async () => {
      expect(bench().rail.supports(bench().currency_code, "bank")).toBe(true)
      const sent = await bench().rail.send(transfer())
      expect(sent).toMatchObject({
        state: "pending",
        rail_id: expect.any(String),
        amount_minor: 5050n,
        currency_code: bench().currency_code,
        reason: null,
      })
      expect(await find()).toEqual(sent)
      expect(Object.values(sent).join()).not.toContain(bench().destination.account_number)
    })

    it.each(["paid", "failed"] as const)(
      "tells that a transfer was %s, and goes on telling it",
      async (how) => {
        await bench().rail.send(transfer())
        bench().end(ONE, how)
        expect(await find()).toMatchObject({ state: how, amount_minor: 5050n, reason: expect.any(String) })
        expect(await find()).toMatchObject({ state: how })
      }
    )

    it("knows nothing under a reference that was never sent, and keeps two apart", async () => {
      expect(await find()).toMatchObject({ state: "unknown_reference", amount_minor: null, rail_id: null })
      await bench().rail.send(transfer({ reference: OTHER, amount_minor: 700n }))
      expect(await find()).toMatchObject({ state: "unknown_reference" })
      expect(await find(OTHER)).toMatchObject({ state: "pending", amount_minor: 700n })
    })

    it.each([
      ["5xx_before_commit", "unknown"],
      ["5xx_after_commit", "unknown"],
      ["timeout", "unknown"],
      ["429", "none"],
    ] as const)("posts once, and tells after %s what may have happened: %s", async (kind, effect) => {
      bench().disturb(kind)
      await expect(bench().rail.send(transfer())).rejects.toMatchObject({
        name: "GatewayUnavailableError",
        effect,
      })
      expect(bench().posts()).toBe(1)
      const isThere = kind === "5xx_after_commit" || kind === "timeout"
      expect((await find()).state).toBe(isThere ? "pending" : "unknown_reference")
    })

    it("takes a known reference for an answer that was lost: to be looked up, not to have failed", async () => {
      await bench().rail.send(transfer())
      await expect(bench().rail.send(transfer())).rejects.toMatchObject({
        name: "GatewayUnavailableError",
        effect: "unknown",
      })
      expect(await find()).toMatchObject({ state: "pending", amount_minor: 5050n })
    })

    it("lets a transfer wait that the balance does not suffice for, and tells what is left", async () => {
      const { rail, currency_code } = bench()
      await expect(rail.send(transfer({ amount_minor: 1_000_001n }))).rejects.toMatchObject({
        name: "GatewayUnavailableError",
        effect: "none",
      })
      if (rail.balanceOf) {
        expect(await rail.balanceOf(currency_code)).toBe(1_000_000n)
        await rail.send(transfer())
        expect(await rail.balanceOf(currency_code)).toBe(994_950n)
      }
    })

    it("has a transfer to an impossible account fail, without its number", async () => {
      const refused = bench().rail.send(transfer({}, bench().refused_number))
      await expect(refused).rejects.toMatchObject({ name: "GatewayRefusedError" })
      await expect(refused).rejects.not.toThrow(bench().refused_number)
    })

    it("concludes nothing about a transfer from a key that is wrong", async () => {
      await bench().rail.send(transfer())
      const { stranger, currency_code } = bench()
      await expect(stranger.find({ reference: ONE, currency_code })).rejects.toMatchObject({
        name: "GatewayUnavailableError",
      })
      await expect(stranger.send(transfer({ reference: OTHER }))).rejects.toMatchObject({ effect: "none" })
      expect(await find(OTHER)).toMatchObject({ state: "unknown_reference" })
    })
  })
}
