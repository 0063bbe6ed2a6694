import { type CaseAnswer, type CaseBody, type DisputeSuite, minor, refusal } from "./suite"

const PDF = Buffer.from("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n")

export function describeBuyerCases(suite: DisputeSuite): void {
  const { money, one, open } = suite
  describe("A buyer's case", () => {
    describe("over one shop's part of two", () => {
      const bought = suite.beginWithOrder([0, 1])

      it("is opened by the holder of the order's link alone, once, and freezes that shop's part alone", async () => {
        const order = bought()
        const before = [await money(0), await money(1)]
        const strange = await open(order, {}, suite.tokenOf("order_other"))
        expect(refusal(strange)).toEqual([404, "order_not_found"])
        expect(refusal(await open(order, { vendor_order_id: "vord_other" }))).toEqual([
          404,
          "vendor_order_not_found",
        ])
        expect(refusal(await open(order, { amount: "1000000000.00" }))).toEqual([
          400,
          "dispute_amount_invalid",
        ])

        const opened = await open(order)
        expect(opened.status).toBe(201)
        expect(opened.body.dispute).toMatchObject({ kind: "buyer", state: "open", reason: "missing_item" })
        expect(opened.body.dispute.messages.map(({ text }) => text)).toEqual(["The screen is broken."])
        expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed: before[0]!.pending })
        expect(await money(1)).toEqual(before[1])
        expect(refusal(await open(order))).toEqual([400, "dispute_open"])

        const { id } = opened.body.dispute
        const list = await suite.guest<{ disputes: CaseBody[]; count: number }>(
          "GET",
          `/store/disputes?order_id=${order.order_id}&token=${suite.tokenOf(order.order_id)}`
        )
        expect([list.body.count, list.body.disputes[0]!.id]).toEqual([1, id])
        expect((await suite.guest("GET", "/store/disputes")).status).toBe(401)
        expect(refusal(await suite.guest("GET", `/store/disputes/${id}`))).toEqual([404, "dispute_not_found"])
        expect(refusal(await suite.shops[1]!("GET", `/vendor/disputes/${id}`))).toEqual([
          404,
          "dispute_not_found",
        ])
        const part = await order.part(0)
        const ofOrder = (shop: number, order_id: string) =>
          suite.shops[shop]!<{ count: number }>("GET", `/vendor/disputes?order_id=${order_id}`)
        expect((await ofOrder(0, part)).body.count).toBe(1)
        expect((await ofOrder(0, await order.part(1))).body.count).toBe(0)
        expect((await ofOrder(1, part)).body.count).toBe(0)
        const cancel = await suite.shops[0]!("POST", `/vendor/orders/${part}/cancel`, { reason: "No." })
        expect(refusal(cancel)).toEqual([400, "dispute_open"])
      })

      it("is about its shop's money alone, whatever became of the other shops' of the order", async () => {
        const order = bought()
        const charged = async (bought: typeof order, shop: number) => {
          const id = await bought.part(shop)
          return (await suite.desk.rows(bought.order_id)).find((row) => row.id === id)!.charged_minor
        }
        const held = ({ body }: Awaited<ReturnType<typeof open>>) => String(minor(body.dispute.amount))

        const first = await open(order)
        const second = await open(order, { vendor_order_id: await order.part(1) })

        expect([first.status, second.status]).toEqual([201, 201])
        expect([held(first), held(second)]).toEqual([await charged(order, 0), await charged(order, 1)])
        for (const [shop, other] of [
          [1, 0],
          [0, 1],
        ] as const) {
          const bought = await suite.desk.buy([0, 1])
          const path = `/vendor/orders/${await bought.part(shop)}/cancel`
          expect((await suite.shops[shop]!("POST", path, { reason: "There is none left." })).status).toBe(200)
          const opened = await open(bought, { vendor_order_id: await bought.part(other) })
          expect([opened.status, held(opened)]).toEqual([201, await charged(bought, other)])
        }
      })

      it("is heard, shown evidence, and decided for the buyer: exactly that goes back, once", async () => {
        const order = bought()
        const [before, other] = [await money(0), await money(1)]
        const { id } = (await open(order)).body.dispute
        const form = new FormData()
        form.append("file", new Blob([PDF], { type: "application/pdf" }), "signed.pdf")
        const shown = await suite.shops[0]!<CaseAnswer>("POST", `/vendor/disputes/${id}/evidence`, form)
        expect([shown.status, shown.body.dispute.evidence[0]?.filename]).toEqual([201, "signed.pdf"])
        const file = shown.body.dispute.evidence[0]!.id
        const read = await suite.finance<{ text: string }>("GET", `/admin/disputes/${id}/evidence/${file}`)
        expect(read.body.text).toBe(PDF.toString())
        const photo = new FormData()
        photo.append("file", new Blob([PDF], { type: "application/pdf" }), "broken.pdf")
        const at = `/store/disputes/${id}/evidence`
        expect(refusal(await suite.guest("POST", at, photo))).toEqual([404, "dispute_not_found"])
        const token = suite.tokenOf(order.order_id)
        const broken = await suite.guest<CaseAnswer>("POST", `${at}?token=${token}`, photo)
        expect(broken.body.dispute.evidence.map(({ filename }) => filename)).toEqual(["broken.pdf"])
        const [theirs] = broken.body.dispute.evidence
        const shared = `/vendor/disputes/${id}/evidence/${theirs!.id}`
        expect((await suite.shops[0]!<{ text: string }>("GET", shared)).body.text).toBe(PDF.toString())
        expect(refusal(await suite.shops[1]!("GET", shared))).toEqual([404, "dispute_not_found"])
        await suite.shops[0]!("POST", `/vendor/disputes/${id}/messages`, { text: "It left whole." })
        expect((await one(id)).messages.map(({ author }) => author)).toEqual(["buyer", "vendor"])

        const rule = (amount: string) =>
          suite.finance<CaseAnswer>("POST", `/admin/disputes/${id}/ruling`, {
            for: "buyer",
            reason: "The photo shows it.",
            amount,
          })
        expect(
          (await suite.support("POST", `/admin/disputes/${id}/ruling`, { for: "shop", reason: "x" })).status
        ).toBe(403)
        expect(refusal(await rule("99999999.00"))).toEqual([400, "dispute_amount_invalid"])
        const ruled = await rule("150.00")
        expect(["refunding", "lost"]).toContain(ruled.body.dispute.state)
        await suite.bench.eventually(async () => {
          await suite.follow()
          expect((await one(id)).state).toBe("lost")
        })
        expect(suite.bench.refundsOf(order.session)).toEqual([15_000])
        const after = await money(0)
        const commission = before.pending - after.pending
        expect(commission < 15_000n && commission > 0n).toBe(true)
        expect(after).toEqual({ pending: before.pending - commission, available: 0n, disputed: 0n })
        expect(await money(1)).toEqual(other)
        expect(refusal(await rule("1.00"))).toEqual([400, "dispute_transition_refused"])
        expect(await suite.bench.books.kinds()).toEqual([
          "dispute_hold",
          "dispute_release",
          "receipt",
          "refund",
          "sale",
        ])
      })
    })

    describe("over all that was bought", () => {
      const bought = suite.beginWithOrder([0])

      it("that is decided for the shop gives it all it had, and one that the shop accepts gives the buyer all", async () => {
        const order = bought()
        const before = await money(0)
        const first = (await open(order)).body.dispute
        await suite.finance("POST", `/admin/disputes/${first.id}/ruling`, {
          for: "shop",
          reason: "It is whole.",
        })
        expect(await one(first.id)).toMatchObject({ state: "won", ruling: "It is whole." })
        expect(await money(0)).toEqual(before)

        const second = (await open(order)).body.dispute
        await suite.shops[0]!("POST", `/vendor/disputes/${second.id}/accept`, {})
        await suite.bench.eventually(async () => {
          await suite.follow()
          expect((await one(second.id)).state).toBe("lost")
        })
        expect(suite.bench.refundsOf(order.session)).toEqual([Number(minor(second.amount))])
        expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed: 0n })
        expect(refusal(await open(order))).toEqual([400, "dispute_refused"])
      })

      it("that cannot be refunded is staff's again, and is not opened where nothing was paid", async () => {
        const [order, unpaid] = [bought(), await suite.desk.buy([0])]
        const { id } = (await open(order)).body.dispute
        // As if the payments were promised, and not collected.
        await suite.sql("update capture set deleted_at = now()")
        expect(refusal(await open(unpaid))).toEqual([400, "dispute_refused"])
        const ruling = { for: "buyer", reason: "It never came." }
        const ruled = await suite.finance<CaseAnswer>("POST", `/admin/disputes/${id}/ruling`, ruling)
        expect([ruled.status, ruled.body.dispute.state]).toEqual([200, "open"])
        expect((await one(id)).last_error).toContain("give back so much")
        expect(await suite.bench.notices()).toContain("The refund of a case was not made")
        expect(suite.bench.refundsOf(order.session)).toEqual([])
      })

      it("whose refund the gateway has refused is decided anew, also with another amount, and goes back once", async () => {
        const order = bought()
        const { id } = (await open(order)).body.dispute
        // All is given back in the gateway's own dashboard, so that it refuses any more.
        const foreign = await suite.desk.giveBackElsewhere(order.session)
        const rule = (amount: string) =>
          suite.finance<CaseAnswer>("POST", `/admin/disputes/${id}/ruling`, {
            for: "buyer",
            reason: "It never came.",
            amount,
          })
        const told = async () =>
          (await suite.bench.notices()).filter((title) => title === "The refund of a case was not made")
            .length

        expect([(await rule("150.00")).body.dispute.state, await told()]).toEqual(["open", 1])
        expect([(await rule("150.00")).body.dispute.state, await told()]).toEqual(["open", 2])
        foreign.status = "failed"
        const before = await money(0)
        await rule("120.00")
        await suite.bench.eventually(async () => {
          await suite.follow()
          expect((await one(id)).state).toBe("lost")
        })

        const made = suite.sandbox.control.refunds().filter((refund) => refund !== foreign)
        expect(made.map(({ amount }) => amount)).toEqual([12_000])
        const requests = await suite.desk.service.refundRequestsOf(order.order_id)
        expect(requests.map(({ idempotency_key, stage }) => [idempotency_key, stage])).toEqual([
          [`dispute:${id}`, "refused"],
          [`dispute:${id}:2`, "refused"],
          [`dispute:${id}:3`, "made"],
        ])
        expect((await money(0)).disputed < before.disputed).toBe(true)
      })

      it("gives way to a chargeback of the same payment", async () => {
        const order = bought()
        const before = await money(0)
        const { id } = (await open(order)).body.dispute
        const { dispute } = await suite.chargedBack(order)
        expect((await one(id)).state).toBe("withdrawn")
        expect(dispute.held).toBe(dispute.amount)
        expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed: before.pending })
      })
    })
  })
}
