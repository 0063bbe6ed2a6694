import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import type { OrderAnswer } from "../../helpers/order-desk"
import { signIn } from "../../helpers/people"
import { refusal, type VendorOrderSuite } from "./suite"

export function describeWhoMayAct(suite: VendorOrderSuite): void {
  const { read, memberOf } = suite

  describe("Who may act", () => {
    it("follows the role, and a suspended shop may still send what is paid", async () => {
      const { part } = await suite.desk.buy([0])
      const id = await part(0)
      const vendorId = suite.market.vendors[0]!.id
      const [finance, fulfilment, support, catalogue] = await Promise.all(
        (["finance", "fulfilment", "support", "catalogue"] as const).map((role) => memberOf(vendorId, role))
      )
      const order = `/vendor/orders/${id}`

      for (const client of [finance!, fulfilment!, support!]) {
        expect((await client("GET", order)).status).toBe(200)
      }
      for (const [client, method, path, body] of [
        [catalogue!, "GET", order],
        [catalogue!, "GET", "/vendor/returns"],
        [finance!, "POST", `${order}/confirm`, {}],
        [finance!, "POST", `${order}/fulfilments`, { items: [{ line_id: "vol_1", quantity: 1 }] }],
        [finance!, "POST", `${order}/cancel`, { reason: "no" }],
        [fulfilment!, "POST", `${order}/cancel`, { reason: "no" }],
        [fulfilment!, "GET", "/vendor/customers"],
        [support!, "POST", `${order}/confirm`, {}],
      ] as const) {
        expect(refusal(await client(method, path, body))).toEqual([403, "permission_missing"])
      }
      expect((await support!("GET", "/vendor/customers")).status).toBe(200)
      expect((await read(0, id)).status).toBe("pending")

      const move = (to: "suspended" | "closed") =>
        changeVendorStatusWorkflow(suite.container).run({
          input: { vendor_id: vendorId, to, actor: "test", reason: "late parcels" },
        })
      // A change of the shop's state ends its people's sign-ins.
      const anew = () =>
        signIn(suite.base_url, "user", `fulfilment.${vendorId.toLowerCase()}@shop.example.com`)
      await move("suspended")
      expect(refusal(await fulfilment!("POST", `${order}/confirm`, {}))[0]).toBe(401)
      const packer = await anew()
      expect((await packer("POST", `${order}/confirm`, {})).status).toBe(200)
      const [line] = (await packer<OrderAnswer>("GET", order)).body.order.lines
      const items = [{ line_id: line!.id, quantity: 1 }]
      const sent = await packer<OrderAnswer>("POST", `${order}/fulfilments`, { items, is_shipped: true })
      expect([sent.status, sent.body.order?.status]).toEqual([201, "shipped"])
      await move("closed")
      const late = await anew()
      expect(refusal(await late("GET", order))).toEqual([403, "vendor_status_refused"])
      expect(refusal(await late("POST", `${order}/fulfilments`, { items }))).toEqual([
        403,
        "vendor_status_refused",
      ])
    })
  })
}
