import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { furtherReference } from "../../../src/lib/further-payment"
import { GATEWAY_MODULE } from "../../../src/modules/gateway"
import type GatewayModuleService from "../../../src/modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import { matchTransfer, recordTransfer } from "../../../src/workflows/bank-transfer/desk"
import { Books } from "../../helpers/books"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { Client } from "../../helpers/people"
import type { SessionBody, Shopper } from "../../helpers/shopper"
import { until } from "../../helpers/until"

export const BANK = "pp_bank_bank"
export const ACCOUNT = {
  bank_name: "First Bank",
  account_name: "Merkato Ltd",
  account_number: "0000014579",
}

export type BankWorld = {
  container: MedusaContainer
  market: Marketplace
  shopper: Shopper
  /** With a fresh second factor. */
  finance: Client
  /** Another one with the same rights. */
  second: Client
  /** With the permission and no second factor. */
  tired: Client
  support: Client
}

type Transfer = { id: string; reference: string | null; amount: string }
type Recorded = { bank_transfer: Transfer; outcome: string | null; code?: string }
type Refund = {
  id: string
  reference: string
  amount: string
  currency_code: string
  state: string
  refund_id: string
  account: { state: string; account_last4: string } | null
}

let line = 0

export function describeBankTransfers(world: () => BankWorld): void {
  describe("A transfer to the platform's bank account", () => {
    it("makes the order, is told once, and a second one goes back", async () => {
      const { cart_id, reference, total, session } = await started()
      expect(session.data).toMatchObject({ pay_to: ACCOUNT, reference })
      expect((await world().shopper.complete(cart_id)).body.error?.code).toBe("payment_not_paid")

      const told = transfer({ reference: reference.toUpperCase(), amount: total })
      const first = await record(told)
      expect([first.status, first.body.outcome]).toEqual([201, "ordered"])
      const again = await record(told)
      expect([again.status, again.body.bank_transfer.id]).toEqual([200, first.body.bank_transfer.id])
      expect((await record({ ...told, amount: "1" })).body.code).toBe("bank_transfer_refused")
      expect(await parts(cart_id)).toHaveLength(2)
      const books = new Books(world().container)
      expect([await books.balance("platform_bank"), await books.balance("unallocated")]).toEqual([
        minor(total),
        0n,
      ])

      expect((await record(transfer({ reference, amount: "12.5" }))).body.outcome).toBe("refunded")
      expect(await books.balance("platform_bank")).toBe(minor(total))
      const [refund] = await refunds("waiting")
      expect(refund).toMatchObject({ amount: "12.5", currency_code: "ngn" })
      expect((await mark(refund!.id, "made")).status).toBe(200)
      expect((await mark(refund!.id, "failed")).body.code).toBe("bank_refund_marked")
      expect(await books.balance("gateway_clearing")).toBe(0n)
      expect(await books.kinds()).toEqual(["receipt", "receipt", "refund", "sale"])
    })

    it.each([
      ["too little", (total: string) => ({ amount: String(Number(total) - 1) })],
      ["too much", (total: string) => ({ amount: String(Number(total) + 1) })],
      ["in another currency", (total: string) => ({ amount: total, currency_code: "usd" })],
    ])("of %s makes no order and goes back whole", async (_, wrong) => {
      const { cart_id, reference, total } = await started()
      const { currency_code = "ngn", ...sent } = {
        ...transfer({ reference, amount: total }),
        ...wrong(total),
      }

      expect((await record({ ...sent, currency_code })).body.outcome).toBe("refunded")

      expect((await world().shopper.cart(cart_id)).id).toBe(cart_id)
      expect(await refunds("waiting")).toMatchObject([{ reference, currency_code, amount: sent.amount }])
      const books = new Books(world().container)
      expect(await books.balance("unallocated", undefined, currency_code)).toBe(0n)
      expect(await books.kinds()).toEqual(["receipt", "refund"])
    })

    it("waits with an unknown reference until somebody knows what it is for", async () => {
      const { cart_id, reference, total } = await started()
      const { body } = await record(transfer({ reference: "mkt-of-nobody", amount: total }))
      expect([body.outcome, body.bank_transfer.reference]).toEqual([null, null])
      const unmatched = () =>
        world().finance<{ bank_transfers: Transfer[]; count: number }>(
          "GET",
          "/admin/bank-transfers?is_matched=false"
        )
      expect((await unmatched()).body).toMatchObject({ count: 1, bank_transfers: [{ amount: total }] })
      const match = (to: string) =>
        world().finance<Recorded>("POST", `/admin/bank-transfers/${body.bank_transfer.id}/match`, {
          reference: to,
        })
      expect((await match("mkt-of-nobody")).body.code).toBe("bank_transfer_refused")

      expect((await match(reference)).body.outcome).toBe("ordered")

      expect((await match(reference)).body.code).toBe("bank_transfer_refused")
      expect((await unmatched()).body.count).toBe(0)
      expect(await parts(cart_id)).toHaveLength(2)
    })

    it("is for no payment besides, which is told by the one that it came with", async () => {
      const { reference, total } = await started()
      await record(transfer({ reference, amount: total }))
      const { body } = await record(transfer({ reference, amount: "12.5" }))
      const besides = furtherReference(reference, body.bank_transfer.id)
      const line = { ...transfer({ amount: "7" }), reference: besides, narration: "", by: "test" }
      const told = await recordTransfer(world().container, { ...line, received_at: new Date() })

      expect([told.transfer.reference, told.outcome]).toEqual([null, null])
      const match = matchTransfer(world().container, { id: told.transfer.id, reference: besides })
      await expect(match).rejects.toMatchObject({ code: "bank_transfer_refused" })
    })

    it("is a line of the statement that nothing else is booked as, and the other way round", async () => {
      const { market, finance } = world()
      const deposit = (of: { reference: string; amount: string }, shop = 0) =>
        finance<{ code?: string; message?: string }>(
          "POST",
          `/admin/payouts/deposits/${market.vendors[shop]!.id}`,
          { move: "received", currency_code: "ngn", ...of }
        )
      const told = transfer({ amount: "500" })
      const { id } = (await record(told)).body.bank_transfer
      const asDeposit = await deposit({ reference: told.bank_reference.toLowerCase(), amount: "500" })
      expect(asDeposit).toMatchObject({ status: 400, body: { code: "bank_line_booked" } })
      expect(asDeposit.body.message).toContain(`transfer ${id} of a buyer`)

      const other = transfer({ amount: "500" })
      const of = { reference: other.bank_reference, amount: "500" }
      expect([(await deposit(of)).status, (await deposit(of)).status]).toEqual([200, 200])
      expect((await deposit(of, 1)).body.code).toBe("bank_line_booked")
      const again = { ...other, bank_reference: ` ${of.reference.toLowerCase()}` }
      expect((await record(again)).body.code).toBe("bank_line_booked")
      expect(await new Books(world().container).balance("platform_bank")).toBe(minor("500"))
    })

    it("goes back when nobody finds out what it is for", async () => {
      const { body } = await record(transfer({ amount: "12.5" }))
      const giveBack = () =>
        world().finance<Recorded>("POST", `/admin/bank-transfers/${body.bank_transfer.id}/return`, {
          reason: "Nobody knows the payer.",
        })

      expect([(await giveBack()).body.outcome, (await giveBack()).body.outcome]).toEqual([
        "refunded",
        "refunded",
      ])

      expect(await refunds("waiting")).toMatchObject([{ amount: "12.5", currency_code: "ngn" }])
      const books = new Books(world().container)
      expect(await books.balance("platform_bank")).toBe(0n)
      expect(await books.kinds()).toEqual(["receipt", "refund"])
    })

    it("goes back for a part that is canceled, and is owed again when that failed", async () => {
      const { cart_id, reference, total } = await started()
      await record(transfer({ reference, amount: total }))
      const [canceled] = await parts(cart_id)
      const books = new Books(world().container)
      const path = `/admin/vendor-orders/${canceled!.id}/cancel`
      expect((await world().finance("POST", path, { reason: "There is none left." })).status).toBe(200)
      const [refund] = await refunds("waiting")
      expect(minor(refund!.amount)).toBe(BigInt(canceled!.charged_minor))
      const left = minor(total) - minor(refund!.amount)
      await until(async () => (await books.balance("platform_bank")) === left)

      expect(await notices()).toContain("A refund waits for a person")
      await until(async () => (await gatewayRefund(reference))?.booked === "given")

      await expectAccountShown(refund!)

      expect((await mark(refund!.id, "failed")).status).toBe(200)

      expect(await books.balance("platform_bank")).toBe(minor(total))
      expect(await books.kinds()).toEqual(["receipt", "refund", "reversal", "sale"])
      expect(await notices()).toContain("A refund failed at the gateway")
    })

    /** Staff name the account that the buyer wrote to them of, and see where to send the money. */
    async function expectAccountShown({ refund_id }: Refund) {
      const path = `/admin/refunds/${refund_id}/account`
      const body = { bank_code: "999992", account_number: "0001234564", account_name: "Ada Obi" }
      const { finance, second, tired } = world()
      expect((await tired<Recorded>("POST", path, body)).body.code).toBe("step_up_required")
      expect((await finance("POST", path, body)).status).toBe(200)
      // Nobody tells this server of the holders of accounts.
      expect((await refunds("waiting"))[0]!.account).toMatchObject({
        state: "waiting",
        account_last4: "4564",
      })
      expect((await finance("GET", path)).status).toBe(404)
      expect((await finance<Recorded>("POST", `${path}/approve`, {})).body.code).toBe(
        "refund_account_own_entry"
      )
      expect((await second("POST", `${path}/approve`, {})).status).toBe(200)
      expect((await second<Recorded>("POST", `${path}/approve`, {})).body.code).toBe("refund_account_refused")

      expect((await tired<Recorded>("GET", path)).body.code).toBe("step_up_required")
      expect((await finance("GET", path)).body).toMatchObject({ account: { account_number: "0001234564" } })
      expect(JSON.stringify(await refunds("waiting"))).not.toContain("0001234564")
    }

    it("is told by people with the permission and a fresh second factor, in amounts that exist", async () => {
      const told = transfer({ amount: "100" })
      const refusal = async (client: Client, body: object) => {
        const answer = await client<Recorded>("POST", "/admin/bank-transfers", body)
        return [answer.status, answer.body.code]
      }

      expect(await refusal(world().support, told)).toEqual([403, "permission_missing"])
      expect(await refusal(world().tired, told)).toEqual([403, "step_up_required"])
      for (const amount of ["0", "0.001", "12.345"]) {
        expect(await refusal(world().finance, { ...told, amount })).toEqual([
          400,
          "bank_transfer_amount_invalid",
        ])
      }
      for (const wrong of [{ amount: "-1" }, { amount: 100 }, { received_at: "2999-01-01T00:00:00Z" }]) {
        expect((await record({ ...told, ...wrong })).status).toBe(400)
      }
      expect(await new Books(world().container).kinds()).toEqual([])
    })
  })

  const started = async () => {
    const { market, shopper } = world()
    const variants = market.vendors.map(({ products }) => products[0]!.variant_id)
    const cart = await shopper.createCart(market.region_id, variants)
    await shopper.chooseAnyShipping(cart.id)
    const session: SessionBody = await shopper.startedSession(cart.id, BANK)
    const { total } = await shopper.cart(cart.id)

    return { cart_id: cart.id, reference: session.data.reference, total: String(total), session }
  }

  const transfer = (of: { amount: string; reference?: string }) => {
    line += 1

    return {
      bank_reference: `FT26332-${line}`,
      currency_code: "ngn",
      received_at: "2026-11-01T09:00:00Z",
      ...of,
    }
  }

  const record = (body: object) => world().finance<Recorded>("POST", "/admin/bank-transfers", body)

  const mark = (id: string, outcome: "made" | "failed") =>
    world().finance<{ code?: string }>("POST", `/admin/bank-transfers/refunds/${id}/mark`, {
      outcome,
      note: "FT26333-1",
    })

  const refunds = async (state: string) =>
    (await world().finance<{ bank_refunds: Refund[] }>("GET", `/admin/bank-transfers/refunds?state=${state}`))
      .body.bank_refunds

  const gatewayRefund = async (reference: string) =>
    (await world().container.resolve<GatewayModuleService>(GATEWAY_MODULE).listRefundsOf(reference))[0]

  const notices = async () => {
    const sent = await world().container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })

    return sent.map(({ data }) => data?.title)
  }

  /** Completing a cart that is an order answers the order. */
  const parts = async (cart_id: string) => {
    const { body } = await world().shopper.complete(cart_id)

    return world()
      .container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .listVendorOrders({ order_id: body.order!.id }, { order: { vendor_id: "ASC" } })
  }

  const minor = (major: string) => BigInt(Math.round(Number(major) * 100))
}
