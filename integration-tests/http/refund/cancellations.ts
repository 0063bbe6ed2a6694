import { loadEnv } from "../../../src/lib/env"
import { signLink } from "../../../src/lib/signed-link"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { clientWith, createBuyer, signIn } from "../../helpers/people"
import type { RefundSuite } from "./suite"

type Canceled = { vendor_order: { status: string; cancellation: { refund_status: string } }; code?: string }

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export function describeCancellationsForOthers(suite: RefundSuite): void {
  describe("A part of an order that is canceled for its shop", () => {
    const key = () => ({ "x-publishable-api-key": suite.market.publishable_key })
    const linkOf = (order_id: string) =>
      signLink(loadEnv().JWT_SECRET, { purpose: "order", id: order_id }, new Date(Date.now() + 60_000))
    const address = (order_id: string, id: string) => `/store/orders/${order_id}/vendor-orders/${id}/cancel`
    const guest = () => clientWith(suite.shopper.base_url, key())
    const why = { reason: "I found it nearer." }

    it("by a guest with the signed link goes back alone; who only knows the id is told nothing", async () => {
      const { order_id, part, session } = await suite.desk.buy([0, 1])
      const other = await suite.desk.buy([0])
      const id = await part(0)
      const [row] = (await suite.desk.rows(order_id)).filter((candidate) => candidate.id === id)
      const before = await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)
      await createBuyer(suite.container, "stranger@example.com")
      const stranger = await signIn(suite.shopper.base_url, "customer", "stranger@example.com", key())

      const path = address(order_id, id)
      for (const client of [guest(), stranger]) {
        expect(refusal(await client("POST", path, why))).toEqual([404, "order_not_found"])
      }
      const wrongLink = `${path}?token=${linkOf(other.order_id)}`
      expect(refusal(await guest()("POST", wrongLink, why))).toEqual([404, "order_not_found"])
      const foreignPart = `${address(other.order_id, id)}?token=${linkOf(other.order_id)}`
      expect(refusal(await guest()("POST", foreignPart, why))).toEqual([404, "vendor_order_not_found"])

      const { status, body } = await guest()<Canceled>("POST", `${path}?token=${linkOf(order_id)}`, why)

      expect([status, body.vendor_order.status, body.vendor_order.cancellation.refund_status]).toEqual([
        200,
        "canceled",
        "made",
      ])
      expect(suite.bench.refundsOf(session)).toEqual([Number(row!.charged_minor)])
      expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)).toBe(before)
      // No fault of the shop's, so no fee of it either.
      expect(await suite.bench.books.balance("vendor_available", suite.market.vendors[0]!.id)).toBe(0n)
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
    })

    it("is not the buyer's any more once the shop has confirmed, nor where the policy says never; staff may", async () => {
      const { order_id, part, session } = await suite.desk.buy([0, 1])
      const [confirmed, pending] = [await part(0), await part(1)]
      const owner = await suite.ownerOf(0)
      await owner("POST", `/vendor/orders/${confirmed}/confirm`, {})
      const ask = (id: string) =>
        guest()<Canceled>("POST", `${address(order_id, id)}?token=${linkOf(order_id)}`, why)

      expect(refusal(await ask(confirmed))).toEqual([400, "vendor_order_transition_refused"])
      await suite.container
        .resolve<AccessModuleService>(ACCESS_MODULE)
        .writeSettings({ values: { buyer_cancel: "never" }, by: "user_test" })
      expect(refusal(await ask(pending))).toEqual([400, "vendor_order_transition_refused"])
      expect(suite.bench.refundsOf(session)).toEqual([])

      const { status, body } = await suite.admin<Canceled>(
        "POST",
        `/admin/vendor-orders/${confirmed}/cancel`,
        { reason: "The shop has told us that it has none left." }
      )
      expect([status, body.vendor_order.status]).toEqual([200, "canceled"])
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
    })
  })
}
