import type { PayoutSuite } from "./suite"

export function describeInterruptions(suite: PayoutSuite): void {
  const { run, follow, only, list, paid, posts, age, balance, payouts, soldAndReleased } = suite
  const { fault } = {
    fault: (on: string, kind: "5xx_after_commit" | "5xx_before_commit" | "429") =>
      suite.sandbox.control.fault({ on, kind }),
  }
  /** The last word of the gateway is asked for, never told. */
  const silent = () => suite.sandbox.control.setWebhookUrl(null)
  const onceOnly = async (net: string) => {
    expect(suite.sandbox.control.transfers()).toHaveLength(1)
    expect(await balance(0)).toMatchObject({ available: "0", in_transit: "0", paid_out: net })
    expect((await suite.bench.books.kinds()).filter((kind) => kind.startsWith("payout"))).toEqual([
      "payout",
      "payout_paid",
    ])
  }

  describe("A payout is made once", () => {
    it("by any number of runs at the same time", async () => {
      const { net } = await soldAndReleased(0)
      await soldAndReleased(1)

      const runs = await Promise.all([run(), run(), run(), run()])

      expect(runs.reduce((sum, { opened }) => sum + opened, 0)).toBe(2)
      expect(posts()).toHaveLength(2)
      await paid(0)
      await paid(1)
      expect(await balance(0)).toMatchObject({ available: "0", paid_out: net })
      await suite.bench.books.kinds()
    })

    it("when the server dies after the row and its hold are written", async () => {
      const { net } = await soldAndReleased(0)
      // The shop's own request makes the row and posts nothing.
      expect((await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })).status).toBe(201)
      expect(await balance(0)).toMatchObject({ available: "0", in_transit: net })
      expect(posts()).toHaveLength(0)

      await Promise.all([run(), run()])
      await paid(0)
      await onceOnly(net)
    })

    it("when the server dies before the gateway hears of it", async () => {
      silent()
      const { net } = await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      const { id, reference } = await only(0)
      await payouts().claimPayout(id)

      // Nobody knows yet whether that call is under way.
      expect(await run()).toMatchObject({ opened: 0, sent: 0 })
      expect(await follow()).toMatchObject({ checked: 0 })
      await age(id, 61)
      expect(await follow()).toMatchObject({ checked: 1, moved: 1 })
      expect((await only(0)).state).toBe("unknown")
      await run()
      expect(posts()).toHaveLength(0)

      await age(id, 601)
      await follow()
      expect((await only(0)).state).toBe("ready")
      await run()
      expect(posts()).toHaveLength(1)
      expect(suite.sandbox.control.transfers()[0]!.reference).toBe(reference)
      await suite.bench.eventually(() => expect(suite.sandbox.control.transfers()[0]!.status).toBe("success"))
      await age(id, 61)
      await follow()
      await onceOnly(net)
    })

    it.each(["5xx_after_commit", "5xx_before_commit"] as const)(
      "when the gateway's answer is lost (%s)",
      async (kind) => {
        silent()
        const { net } = await soldAndReleased(0)
        fault("POST /transfer", kind)
        await run()
        const { id, state } = await only(0)
        expect(state).toBe("unknown")
        expect(await balance(0)).toMatchObject({ available: "0", in_transit: net })

        await run()
        expect(posts()).toHaveLength(1)
        await age(id, 601)
        await follow()
        await run()
        await suite.bench.eventually(() =>
          expect(suite.sandbox.control.transfers()[0]!.status).toBe("success")
        )
        await age(id, 61)
        await follow()
        expect(posts()).toHaveLength(kind === "5xx_after_commit" ? 1 : 2)
        expect(new Set(posts().map(({ body }) => (body as { reference: string }).reference)).size).toBe(1)
        await onceOnly(net)
      }
    )

    it("when it is told of success before its own call was answered, and told again", async () => {
      const { net } = await soldAndReleased(0)
      fault("POST /transfer", "5xx_after_commit")
      await run()
      await paid(0)
      const { id, reference } = await only(0)
      suite.sandbox.control.redeliver(reference)
      await age(id, 601)
      await follow()
      expect((await only(0)).state).toBe("paid")
      await onceOnly(net)
    })

    it("after the gateway turned it away, for its rate, which says that nothing happened", async () => {
      const { net } = await soldAndReleased(0)
      fault("POST /transfer", "429")
      expect(await run()).toMatchObject({ opened: 1, sent: 0, waiting: 1 })
      expect((await only(0)).state).toBe("ready")
      const held = suite.sandbox.control.transfers()
      expect(held).toEqual([])
      expect(await only(0)).toMatchObject({ last_error: expect.stringMatching(/rate/) })
      await run()
      await paid(0)
      await onceOnly(net)
    })

    it("once a person has confirmed it at the gateway that asks for a code", async () => {
      const { net } = await soldAndReleased(0)
      suite.sandbox.control.fault({ on: "otp", kind: "asks" })
      await run()
      const { reference, state } = await only(0)
      expect(state).toBe("needs_otp")

      suite.sandbox.control.settleTransfer(reference, "success")
      await paid(0)
      await onceOnly(net)
    })

    it("and a word of the gateway that cannot be true changes nothing", async () => {
      silent()
      const { net } = await soldAndReleased(0)
      suite.sandbox.control.fault({ on: "transfer", kind: "hangs" })
      await run()
      const { id, reference } = await only(0)
      const transfer = suite.sandbox.control.transfers()[0]!
      transfer.amount -= 1
      suite.sandbox.control.settleTransfer(reference, "success")
      await age(id, 61)
      await follow()

      expect(await only(0)).toMatchObject({ state: "pending", last_error: expect.stringMatching(/amount/) })
      expect(await balance(0)).toMatchObject({ in_transit: net, paid_out: "0" })
      expect(await list(0)).toHaveLength(1)
    })
  })
}
