import { Modules } from "@medusajs/framework/utils"
import { signLink } from "../../../src/lib/signed-link"
import { clientWith, createBuyer, createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { RefundSuite } from "./suite"

type Standing = {
  id: string
  state: string
  to_do: string | null
  account: { state: string; account_last4: string; name_check: string | null } | null
}
type Answer = { refund: Standing; code?: string; message?: string }

const NUMBER = "0001234564"
const OWN = { bank_code: "999992", account_number: NUMBER, account_name: "Ada Textiles" }
const RETRY = "POST /refund/retry_with_customer_details"

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export function describeStuckRefunds(suite: RefundSuite): void {
  describe("A refund that needs a bank account of the buyer's", () => {
    const key = () => ({ "x-publishable-api-key": suite.market.publishable_key })
    const linkTo = (id: string) =>
      signLink(process.env.JWT_SECRET as string, { purpose: "order", id }, new Date(Date.now() + 600_000))
    const guest = () => clientWith(suite.shopper.base_url, key())

    async function stuck(prepare: (cartId: string) => Promise<void> = async () => undefined) {
      const cartId = await suite.bench.readyCart()
      await prepare(cartId)
      const session = await suite.bench.startHosted(cartId)
      await suite.bench.press(session)
      const { order } = (await suite.bench.complete(cartId)).body
      const [payment] = await suite.container.resolve(Modules.PAYMENT).listPayments({})
      suite.tested.control.fault({ on: "refund", kind: "needs_attention" })
      await suite.admin("POST", `/admin/payments/${payment!.id}/refund`, { amount: 500 })
      const refunds = async () =>
        (
          await guest()<{ refunds: Standing[] }>(
            "GET",
            `/store/orders/${order!.id}/refunds?token=${linkTo(order!.id)}`
          )
        ).body.refunds
      await suite.bench.eventually(async () => {
        await suite.bench.reconcile()
        expect((await refunds())[0]!.state).toBe("needs_account")
      })
      const [{ id }] = (await refunds()) as [Standing]
      const path = `/store/orders/${order!.id}/refunds/${id}/account`

      return { order_id: order!.id, id, session, refunds, path, byLink: `${path}?token=${linkTo(order!.id)}` }
    }

    const made = (stuckOne: { refunds: () => Promise<Standing[]> }) =>
      suite.bench.eventually(async () => {
        await suite.bench.reconcile()
        expect((await stuckOne.refunds())[0]!.state).toBe("made")
      })

    const retries = () => suite.tested.control.calls().filter(({ call }) => call.startsWith(RETRY)).length

    it("tells its buyer what to do, and staff once, and goes to the account whose holder the buyer names", async () => {
      await createBuyer(suite.container, "ada@example.com")
      const buyer = await signIn(suite.shopper.base_url, "customer", "ada@example.com", key())
      const one = await stuck(async (cartId) => {
        await buyer("POST", `/store/carts/${cartId}/customer`, {})
      })
      const shown = await buyer<{ transactions: { kind: string; refund: Standing | null }[] }>(
        "GET",
        "/store/transactions"
      )
      expect(shown.body.transactions[0]).toMatchObject({
        kind: "refund",
        refund: { id: one.id, state: "needs_account", to_do: expect.stringMatching(/bank account/) },
      })
      expect(await suite.bench.notices()).toEqual(["A refund waits for a person"])
      expect(refusal(await guest()<Answer>("POST", one.path, OWN))).toEqual([404, "order_not_found"])
      const wrongNumber = { ...OWN, account_number: "12345" }
      expect(refusal(await buyer<Answer>("POST", one.path, wrongNumber))).toEqual([
        400,
        "bank_account_invalid",
      ])

      const answer = await buyer<Answer>("POST", one.path, OWN)

      expect(answer.body.refund).toMatchObject({
        state: "on_its_way",
        to_do: null,
        account: { state: "sent", account_last4: "4564" },
      })
      expect(JSON.stringify(answer.body)).not.toContain(NUMBER)
      await made(one)
      expect(retries()).toBe(1)
      expect(suite.bench.refundsOf(one.session)).toEqual([50_000])
      expect(refusal(await buyer<Answer>("POST", one.path, OWN))).toEqual([400, "refund_account_refused"])
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund", "sale"])
    })

    it("waits for staff when the holder has another name, and a lost answer is looked up, not given again", async () => {
      const one = await stuck()
      const entered = await guest()<Answer>("POST", one.byLink, { ...OWN, account_name: "Obi Eze" })
      expect(entered.body.refund.account).toMatchObject({
        state: "waiting",
        name_check: expect.stringMatching(/obi/),
      })
      expect(JSON.stringify(entered.body).toLowerCase()).not.toContain("textiles")
      expect(retries()).toBe(0)
      expect(await suite.bench.notices()).toContain("A buyer's account waits for a person")
      const { email } = await createStaff(suite.container, "finance", "accounts@staff.example.com")
      const app = await enrolAuthenticator(await signIn(suite.shopper.base_url, "user", email))
      const finance = await signInWithFactor(suite.shopper.base_url, { actor: "user", email }, app)
      const list = await finance<{ refunds: Standing[]; count: number }>(
        "GET",
        "/admin/refunds?state=needs_attention"
      )
      expect(list.body).toMatchObject({
        count: 1,
        refunds: [{ id: one.id, account: { account_last4: "4564" } }],
      })
      // Of an account that a gateway pays to nobody is told the number.
      expect((await finance("GET", `/admin/refunds/${one.id}/account`)).status).toBe(404)
      suite.tested.control.fault({ on: RETRY, kind: "5xx_after_commit" })

      const approved = await finance<Answer>("POST", `/admin/refunds/${one.id}/account/approve`, {})

      expect(approved.status).toBe(200)
      await made(one)
      expect(retries()).toBe(1)
      expect(suite.bench.refundsOf(one.session)).toEqual([50_000])
    })
  })
}
