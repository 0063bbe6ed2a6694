import { type CaseAnswer, type DisputeSuite, minor, refusal } from "./suite"

export function describeChargebacks(suite: DisputeSuite): void {
  const { money, chargedBack, one, cases, follow } = suite
  const answers = () =>
    suite.sandbox.control.calls().filter(({ call }) => /^PUT \/dispute\/\d+\/resolve$/.test(call))

  describe("A chargeback", () => {
    describe("of two shops' goods", () => {
      const bought = suite.beginWithOrder([0, 1])

      it("freezes each shop's part until the bank decides, once however often it is told", async () => {
        const order = bought()
        const before = [await money(0), await money(1)]
        const { gateway_id, dispute } = await chargedBack(order)
        const paid = suite.bench.paidAt(order.session)
        expect(dispute).toMatchObject({ kind: "chargeback", state: "open", submit_count: 0 })
        expect([minor(dispute.amount), minor(dispute.held)]).toEqual([BigInt(paid), BigInt(paid)])
        for (const shop of [0, 1]) {
          expect(await money(shop)).toEqual({
            pending: 0n,
            available: 0n,
            disputed: before[shop]!.pending,
          })
        }
        suite.sandbox.control.redeliver(order.session.data.reference)
        suite.sandbox.control.remindDispute(gateway_id)
        await follow()
        expect(await cases()).toHaveLength(1)

        const payment = await suite.paymentOf(order.order_id)
        const byStaff = await suite.finance("POST", `/admin/payments/${payment}/refund`, { amount: 1 })
        expect(refusal(byStaff)).toEqual([400, "dispute_open"])
        const byShop = await suite.shops[0]!("POST", `/vendor/orders/${await order.part(0)}/refund`, {
          amount: "1.00",
          reason: "goodwill",
          idempotency_key: "goodwill-1",
        })
        expect(refusal(byShop)).toEqual([400, "dispute_open"])

        await suite.finance("POST", `/admin/disputes/${dispute.id}/submit`, {})
        suite.sandbox.control.decideDispute(gateway_id, "declined")
        await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("won"))
        expect([await money(0), await money(1)]).toEqual(before)
        expect(await suite.bench.books.kinds()).toEqual([
          "dispute_hold",
          "dispute_release",
          "receipt",
          "sale",
        ])
      })

      it("is answered by itself before the deadline, with what is known of the sale", async () => {
        const order = bought()
        await suite.deliver(0, order)
        const { gateway_id, dispute } = await chargedBack(order)
        expect(Date.parse(dispute.due_at) - Date.parse(dispute.act_at)).toBe(4 * 3_600_000)
        await suite.guest(
          "POST",
          `/store/disputes/${dispute.id}/messages?token=${suite.tokenOf(order.order_id)}`,
          {
            text: "I never ordered this.",
          }
        )
        expect(await follow()).toMatchObject({ answered: 0, failed: 0 })
        await suite.letActAt(dispute.id)
        expect(await follow()).toMatchObject({ answered: 1, failed: 0 })

        const [filed] = suite.sandbox.control.disputes()
        expect(filed).toMatchObject({ id: gateway_id, status: "awaiting-bank-feedback" })
        const evidence = filed!.evidence[0]!.service_details
        for (const words of [
          order.session.data.reference,
          "GIG Logistics GIG-0",
          "delivered 20",
          "I never ordered",
        ]) {
          expect(evidence).toContain(words)
        }
        expect(suite.sandbox.control.uploaded(filed!.attachment!)).toBe(evidence)
        expect(await one(dispute.id)).toMatchObject({ state: "submitted", submit_count: 1, last_error: null })
        await follow()
        expect(answers()).toHaveLength(1)
      })

      it("covers no more than was paid less what went back, and is held of the items that staff name", async () => {
        const order = bought()
        const back = await suite.shops[0]!("POST", `/vendor/orders/${await order.part(0)}/refund`, {
          amount: "100.00",
          reason: "goodwill",
          idempotency_key: "goodwill-3",
        })
        expect(back.status).toBeLessThan(300)
        await suite.bench.eventually(async () => expect(await suite.bench.books.kinds()).toContain("refund"))
        const { dispute } = await chargedBack(order)
        expect(minor(dispute.amount) - minor(dispute.held)).toBe(10_000n)

        const part = await order.part(1)
        const [line] = await suite.desk.service.listVendorOrderLines({ vendor_order_id: part, kind: "item" })
        const small = await chargedBack(order, { amount: 5_000 })
        expect(small.dispute.held).toBe("0")
        const named = await suite.finance<CaseAnswer>("POST", `/admin/disputes/${dispute.id}/items`, {
          line_ids: [line!.id],
        })
        expect(named.body.dispute.items).toEqual([expect.objectContaining({ line_id: line!.id })])
        expect(minor(named.body.dispute.held)).toBe(minor(dispute.held))
        const unknown = await suite.finance("POST", `/admin/disputes/${dispute.id}/items`, {
          line_ids: ["vol_x"],
        })
        expect(refusal(unknown)).toEqual([404, "vendor_order_line_not_found"])
        await suite.bench.books.kinds()
      })

      it("that is lost for less stays with the shop of the items that staff have named", async () => {
        const order = bought()
        const before = await money(0)
        const part = await order.part(1)
        const [line] = await suite.desk.service.listVendorOrderLines({ vendor_order_id: part, kind: "item" })
        const { gateway_id, dispute } = await chargedBack(order, { amount: 60_000 })
        await suite.finance("POST", `/admin/disputes/${dispute.id}/items`, { line_ids: [line!.id] })
        suite.sandbox.control.decideDispute(gateway_id, "merchant-accepted", 20_000)
        await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("lost"))

        expect(await one(dispute.id)).toMatchObject({
          amount: "200",
          held: "200",
          items: [expect.objectContaining({ line_id: line!.id })],
        })
        expect(await money(0)).toEqual(before)
        const booked = await suite.desk.service.listVendorOrderRefunds({})
        expect(booked.map((row) => [row.vendor_order_id, row.amount_minor])).toEqual([[part, "20000"]])
        await suite.bench.books.kinds()
      })
    })

    describe("of one shop's", () => {
      const bought = suite.beginWithOrder([0])

      it("that is lost after its shop was paid out is the shop's debt, and its fee falls where the policy says", async () => {
        await suite.configure({ chargeback_fees: { ngn: 50_000 }, chargeback_fee_party: "vendor" })
        const order = bought()
        await suite.deliver(0, order)
        await suite.release()
        const { available: net } = await money(0)
        await suite.pay()
        await suite.bench.eventually(async () =>
          expect(await suite.bench.books.balance("payouts_in_transit", suite.vendorId(0))).toBe(0n)
        )
        const clearing = await suite.bench.books.balance("gateway_clearing", "paystack")

        const { gateway_id, dispute } = await chargedBack(order)
        expect(await money(0)).toEqual({ pending: 0n, available: -net, disputed: net })
        suite.sandbox.control.decideDispute(gateway_id, "merchant-accepted")
        await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("lost"))
        await suite.bench.eventually(async () =>
          expect(await money(0)).toEqual({ pending: 0n, available: -net - 50_000n, disputed: 0n })
        )
        expect(await one(dispute.id)).toMatchObject({ fee: "500", fee_party: "vendor" })
        const paid = BigInt(suite.bench.paidAt(order.session))
        expect(await suite.bench.books.balance("gateway_clearing", "paystack")).toBe(
          clearing - paid - 50_000n
        )
        // The commission that was taken on the sale is given back with it.
        expect(await suite.bench.books.balance("commission")).toBe(0n)
        const again = await suite.shops[0]!("POST", `/vendor/orders/${await order.part(0)}/refund`, {
          amount: "1.00",
          reason: "goodwill",
          idempotency_key: "goodwill-2",
        })
        expect(again.status).toBe(400)
        expect((await suite.pay()).opened).toBe(0)
        await suite.bench.books.kinds()
      })

      it("that is lost for less takes no more than that of its shop, and one that is lost for more is told of", async () => {
        const order = bought()
        const { pending } = await money(0)
        const { gateway_id, dispute } = await chargedBack(order)
        const clearing = await suite.bench.books.balance("gateway_clearing", "paystack")
        suite.sandbox.control.decideDispute(gateway_id, "merchant-accepted", 40_000)
        await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("lost"))

        expect(await one(dispute.id)).toMatchObject({ amount: "400", held: "400" })
        const left = await money(0)
        expect([left.available, left.disputed]).toEqual([0n, 0n])
        const taken = pending - left.pending
        expect(taken > 0n && taken <= 40_000n).toBe(true)
        expect(await suite.bench.books.balance("gateway_clearing", "paystack")).toBe(clearing - 40_000n)
        expect(await suite.bench.books.balance("chargeback_loss")).toBe(0n)
        const paid = suite.bench.paidAt(order.session)
        const part = (await suite.desk.rows(order.order_id))[0]!
        const booked = await suite.desk.service.listVendorOrderRefunds({ vendor_order_id: part.id })
        expect(booked.map(({ amount_minor }) => amount_minor)).toEqual(["40000"])

        const second = await chargedBack(order, { amount: 10_000 })
        suite.sandbox.control.decideDispute(second.gateway_id, "merchant-accepted", paid)
        await suite.bench.eventually(async () => expect((await one(second.dispute.id)).state).toBe("lost"))
        expect((await one(second.dispute.id)).amount).toBe("100")
        expect(await suite.bench.notices()).toContain("A chargeback has cost more than was claimed")
        await suite.bench.books.kinds()
      })

      it("that asks for more than is left is not its shop's to accept, but staff's", async () => {
        const order = bought()
        const refund = await suite.shops[0]!("POST", `/vendor/orders/${await order.part(0)}/refund`, {
          amount: "100.00",
          reason: "goodwill",
          idempotency_key: "goodwill-4",
        })
        expect(refund.status).toBe(200)
        await suite.bench.eventually(async () => expect(await suite.bench.books.kinds()).toContain("refund"))
        const { dispute } = await chargedBack(order)
        expect(minor(dispute.amount) - minor(dispute.held)).toBe(10_000n)

        const accepted = await suite.shops[0]!<CaseAnswer>(
          "POST",
          `/vendor/disputes/${dispute.id}/accept`,
          {}
        )

        expect([accepted.status, accepted.body.dispute.state]).toEqual([200, "open"])
        expect(accepted.body.dispute.shares[0]!.accepted_at).toEqual(expect.any(String))
        expect(answers()).toEqual([])
        expect(await suite.bench.notices()).toContain(
          "A chargeback that its shops accept asks for more than is left"
        )
        const ruling = { for: "buyer", reason: "The bank has the better proof." }
        await suite.finance("POST", `/admin/disputes/${dispute.id}/ruling`, ruling)
        await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("lost"))
        expect(await suite.bench.books.balance("chargeback_loss")).toBe(10_000n)
      })

      it("holds released money: what a case holds is never paid out", async () => {
        const order = bought()
        await suite.deliver(0, order)
        await suite.release()
        const { available } = await money(0)
        const { dispute } = await chargedBack(order, { amount: 10_000 })
        const [share] = dispute.shares
        expect(share!.amount).toBe("100")
        const { available: left, disputed } = await money(0)
        expect(left + disputed).toBe(available)
        await suite.pay()
        await suite.bench.eventually(async () =>
          expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed })
        )
        expect(suite.sandbox.control.transfers().map(({ amount }) => BigInt(amount))).toEqual([left])
      })
    })
  })

  describe("An answer to a gateway", () => {
    const bought = suite.beginWithOrder([0])

    it("whose outcome is lost is looked up, and not given twice", async () => {
      const order = bought()
      const { gateway_id, dispute } = await chargedBack(order)
      suite.sandbox.control.fault({ on: `PUT /dispute/${gateway_id}/resolve`, kind: "5xx_after_commit" })
      const lost = await suite.finance<CaseAnswer>("POST", `/admin/disputes/${dispute.id}/submit`, {})
      expect(lost.body.dispute.state).toBe("submitting")
      await follow()
      expect(await one(dispute.id)).toMatchObject({ state: "submitted" })
      expect(answers()).toHaveLength(1)
    })

    it("that never arrived is given again, after the gateway was asked", async () => {
      const order = bought()
      const { gateway_id, dispute } = await chargedBack(order)
      suite.sandbox.control.fault({ on: `PUT /dispute/${gateway_id}/resolve`, kind: "5xx_before_commit" })
      await suite.finance("POST", `/admin/disputes/${dispute.id}/submit`, { message: "See the signature." })
      await follow()
      expect((await one(dispute.id)).state).toBe("submitting")
      await suite.letCallBeOld(dispute.id)
      await follow()
      expect(await one(dispute.id)).toMatchObject({ state: "submitted", submit_count: 1 })
      expect(suite.sandbox.control.disputes()[0]!.message).toBe("See the signature.")
    })
  })

  describe("An answer whose file cannot be opened", () => {
    it("is staff's to know of when it goes on failing, and near the deadline is sent without it", async () => {
      const order = await suite.desk.buy([0])
      const { dispute } = await chargedBack(order)
      const form = new FormData()
      form.append("file", new Blob(["%PDF-1.4\n%%EOF\n"], { type: "application/pdf" }), "signed.pdf")
      const shown = await suite.shops[0]!("POST", `/vendor/disputes/${dispute.id}/evidence`, form)
      expect(shown.status).toBe(201)
      await suite.sql(`update dispute_evidence set file_key_ciphertext = 'of another key'`)
      const tryAgain = async () => {
        await suite.letCallBeOld(dispute.id)
        await follow()
        return one(dispute.id)
      }
      const told = async () =>
        (await suite.bench.notices()).filter((title) => /cannot be answered/.test(title)).length
      await suite.finance("POST", `/admin/disputes/${dispute.id}/submit`, {})
      expect([(await tryAgain()).state, await told()]).toEqual(["submitting", 0])
      await suite.sql(
        `update dispute_transition set created_at = created_at - interval '2 hours' where dispute_id = ?`,
        [dispute.id]
      )
      expect([(await tryAgain()).state, (await tryAgain()).state, await told()]).toEqual([
        "submitting",
        "submitting",
        1,
      ])
      await suite.sql(`update dispute set due_at = now() + interval '30 minutes' where id = ?`, [dispute.id])
      expect(await tryAgain()).toMatchObject({ state: "submitted", submit_count: 1 })
      const [filed] = suite.sandbox.control.disputes()
      expect(suite.sandbox.control.uploaded(filed!.attachment!)).toContain(order.session.data.reference)
    })
  })

  describe("A chargeback at the other gateway", () => {
    it("is found by asking, and is lost when its shop accepts it; an event is a reason to ask", async () => {
      const order = await suite.flutterwaveOrder()
      const { pending } = await money(0)
      const { id } = suite.flutterwave.control.chargeBack(order.session.data.reference)
      expect(await follow()).toMatchObject({ told: 1, failed: 0 })
      const [dispute] = await cases()
      expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed: pending })
      const strange = await suite.shops[1]!("POST", `/vendor/disputes/${dispute!.id}/accept`, {})
      expect(refusal(strange)).toEqual([404, "dispute_not_found"])
      const accepted = await suite.shops[0]!<CaseAnswer>("POST", `/vendor/disputes/${dispute!.id}/accept`, {})
      expect(accepted.body.dispute.state).toBe("lost")
      expect(suite.flutterwave.control.chargebacks()[0]).toMatchObject({ id, status: "accepted" })
      expect(await money(0)).toEqual({ pending: 0n, available: 0n, disputed: 0n })

      suite.flutterwave.control.setWebhookUrl(`${suite.shopper.base_url}/hooks/flutterwave`)
      suite.flutterwave.control.chargeBack(order.session.data.reference, { amount: 100 })
      await suite.bench.eventually(async () => expect(await cases()).toHaveLength(2))
      expect((await cases())[1]).toMatchObject({ state: "open", amount: "1", held: "0" })

      suite.flutterwave.control.setWebhookUrl(null)
      suite.flutterwave.control.chargeBack(order.session.data.reference).tx_ref = "another-payment"
      expect([await follow(), await follow()]).toMatchObject([{ failed: 1 }, { failed: 1 }])
      const unread = (await suite.bench.notices()).filter((title) => /could not be read/.test(title))
      expect([unread.length, (await cases()).length]).toEqual([1, 2])
      await suite.bench.books.kinds()
    })
  })
}
