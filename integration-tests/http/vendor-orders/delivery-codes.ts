import { loadEnv } from "../../../src/lib/env"
import { signLink } from "../../../src/lib/signed-link"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { releaseMoneyWorkflow } from "../../../src/workflows/payout/workflows/release-money"
import { watchOutput } from "../../access/watch-output"
import { clientWith } from "../../helpers/people"
import { refusal, type VendorOrderSuite } from "./suite"

/** What stands in front of a code that is logged; six digits in the middle of a number are none. */
const BEFORE = "\" '=:"

type Part = { id: string; delivery_code?: string | null }
type Confirmed = { vendor_order: { status: string; delivery_confirmed_at: string }; code?: string }

export function describeDeliveryCodes(suite: VendorOrderSuite): void {
  const { read, act, pack } = suite
  const guest = () => clientWith(suite.base_url, { "x-publishable-api-key": suite.market.publishable_key })
  const linkOf = (order_id: string) =>
    signLink(loadEnv().JWT_SECRET, { purpose: "order", id: order_id }, new Date(Date.now() + 60_000))
  const partsOf = async (order_id: string, query = `?token=${linkOf(order_id)}`) =>
    (await guest()<{ order: { vendor_orders: Part[] } }>("GET", `/store/orders/${order_id}${query}`)).body
      .order.vendor_orders
  const codeOf = async (order_id: string, id: string) =>
    (await partsOf(order_id)).find((part) => part.id === id)!.delivery_code
  const confirm = (order_id: string, id: string, query = `?token=${linkOf(order_id)}`) =>
    guest()<Confirmed>("POST", `/store/orders/${order_id}/vendor-orders/${id}/confirm-delivery${query}`, {})
  const wrong = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, "0")
  const available = () => suite.bench.books.balance("vendor_available", suite.market.vendors[0]!.id)
  const release = async () => (await releaseMoneyWorkflow(suite.container).run({})).result
  const verify = (verified_at: Date | null) =>
    suite.container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .updateVendors({ id: suite.market.vendors[0]!.id, verified_at })

  describe("A delivery code", () => {
    it("is the buyer's alone, confirms with the last parcel, and releases the money unless the shop is new", async () => {
      const { order_id, part } = await suite.desk.buy([0, 1], { quantity: 2 })
      const id = await part(0)
      const code = (await codeOf(order_id, id)) ?? ""
      expect(code).toMatch(/^\d{6}$/)
      expect(await codeOf(order_id, await part(1))).not.toBe(code)
      // Whoever only knows the id of a young order reads it without its codes.
      expect((await partsOf(order_id, "")).map((shown) => "delivery_code" in shown)).toEqual([false, false])

      const output = watchOutput(suite.container, ...[...BEFORE].map((before) => before + code))
      const seen: unknown[] = []
      const first = await pack(0, id, 1, true)
      const deliver = async (fulfilment_id: string | undefined, body: object) => {
        const answer = await act(0, id, `fulfilments/${fulfilment_id}/deliver`, body)
        seen.push(answer.body)

        return answer
      }
      expect(refusal(await deliver(first.body.fulfilment_id, { code }))).toEqual([
        400,
        "delivery_not_complete",
      ])
      await deliver(first.body.fulfilment_id, {})
      const last = (await pack(0, id, 1, true)).body.fulfilment_id
      for (const body of [{ code: "12345" }, { code: 123456 }, { code: `${code}1` }, { code, note: "" }]) {
        expect((await deliver(last, body)).status).toBe(400)
      }
      expect(refusal(await deliver(last, { code: wrong(code, 1) }))).toEqual([400, "delivery_code_wrong"])
      expect((await read(0, id)).status).toBe("shipped")

      expect((await deliver(last, { code })).body.order.status).toBe("delivered")
      expect((await deliver(last, { code })).status).toBe(200)
      expect(await codeOf(order_id, id)).toBeNull()
      seen.push(await read(0, id), (await suite.admin("GET", `/admin/orders/${order_id}`)).body)
      seen.push((await suite.admin("GET", "/admin/workflows-executions?limit=100")).body)
      expect(JSON.stringify(seen)).not.toContain(`"${code}"`)
      expect(output.stop()).toEqual([])

      await verify(null)
      await release()
      expect(await available()).toBe(0n)
      await verify(new Date())
      await release()
      const [row] = (await suite.desk.rows(order_id)).filter((one) => one.id === id)
      expect(await available()).toBe(-BigInt(row!.net_minor))
    })

    it("is guessed five times, however many guesses come at once; then the right one does not do, but staff do", async () => {
      const { order_id, part } = await suite.desk.buy([0])
      const id = await part(0)
      const code = (await codeOf(order_id, id)) ?? ""
      const { fulfilment_id } = (await pack(0, id, 1, true)).body
      const guess = (given: string) => act(0, id, `fulfilments/${fulfilment_id}/deliver`, { code: given })

      const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((by) => guess(wrong(code, by))))
      expect(answers.map(({ body }) => body.code).toSorted()).toEqual([
        ...Array.from({ length: 3 }, () => "delivery_code_locked"),
        ...Array.from({ length: 5 }, () => "delivery_code_wrong"),
      ])
      expect(refusal(await guess(code))).toEqual([400, "delivery_code_locked"])

      const path = `/admin/vendor-orders/${id}/confirm-delivery`
      const { status, body } = await suite.admin<Confirmed>("POST", path, {})
      const again = await suite.admin<Confirmed>("POST", path, {})
      expect([status, body.vendor_order.status]).toEqual([200, "delivered"])
      expect(again.body.vendor_order).toEqual(body.vendor_order)
      const shown = await suite.admin<Confirmed>("GET", `/admin/vendor-orders/${id}`)
      expect(shown.body.vendor_order.delivery_confirmed_at).toBe(body.vendor_order.delivery_confirmed_at)
    })
  })

  it("A buyer confirms a delivery once all was sent, and nobody else's", async () => {
    const { order_id, part } = await suite.desk.buy([0, 1])
    const other = await suite.desk.buy([0])
    const id = await part(0)
    expect(refusal(await confirm(order_id, id, ""))).toEqual([404, "order_not_found"])
    expect(refusal(await confirm(other.order_id, id))).toEqual([404, "vendor_order_not_found"])
    expect(refusal(await confirm(order_id, id))).toEqual([400, "delivery_not_complete"])
    await pack(0, id, 1)
    expect(refusal(await confirm(order_id, id))).toEqual([400, "delivery_not_complete"])
    const [fulfilment] = (await read(0, id)).fulfilments
    await act(0, id, `fulfilments/${fulfilment!.id}/ship`)

    const { status, body } = await confirm(order_id, id)

    expect([status, body.vendor_order.status]).toEqual([200, "delivered"])
    expect((await read(0, id)).history.at(-1)).toMatchObject({ to_status: "delivered", actor: "buyer" })
    expect((await confirm(order_id, id)).body).toEqual(body)
  })
}
