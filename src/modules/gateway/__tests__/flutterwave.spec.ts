import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { GATEWAY_MODULE } from ".."
import type GatewayModuleService from "../service"
import { paystack } from "./paystack-sandbox"

const SECRET = "FLWSECK_TEST-module"
const HASH = "the-hash-of-the-module"

let box: FlutterwaveSandbox
let next = 0

const flutterwave = {
  secret_key: SECRET,
  webhook_hash: HASH,
  redirect_url: "https://shop.example/paid",
  get base_url() {
    return box.url
  },
  write_timeout_ms: 1000,
}

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  moduleOptions: {
    providers: [
      { resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack.options },
      { resolve: "./src/providers/gateway-flutterwave", id: "flutterwave-ng", options: flutterwave },
    ],
  },
  testSuite: ({ service }) => {
    beforeAll(async () => {
      box = await startFlutterwaveSandbox({ secret_key: SECRET, webhook_hash: HASH })
      await paystack.start()
    })
    afterAll(() => Promise.all([box.stop(), paystack.stop()]))
    beforeEach(() => box.control.reset())

    const session = (over: Record<string, unknown> = {}) => {
      next += 1

      return {
        gateway: "flutterwave-ng",
        session_id: `payses_${next}`,
        amount_minor: 125050n,
        currency_code: "ngn",
        email: "ada@example.com",
        ...over,
      }
    }
    const shut = () => box.control.payments().map(({ is_disabled }) => is_disabled)
    const withdrawnAt = async (reference: string) => (await service.findTransaction(reference))?.withdrawn_at

    it("knows which payment providers are its gateways', whatever they are configured as", () => {
      const providers = [
        "pp_flutterwave_flutterwave-ng",
        "flutterwave_flutterwave",
        "pp_paystack_paystack",
        "paystack",
        "pp_stripe_stripe",
        "pp_system_default",
        "",
      ]

      expect(providers.map((provider) => service.gatewayOfProvider(provider))).toEqual([
        "flutterwave-ng",
        "flutterwave-ng",
        "paystack",
        "paystack",
        null,
        null,
        null,
      ])
    })

    it("shuts the page that another amount supersedes, once the new one is there", async () => {
      const first = session()
      const { reference } = await service.openTransaction(first)
      await service.openTransaction({ ...first, amount_minor: 99900n })

      expect(shut()).toEqual([true, false])
      expect(await withdrawnAt(reference)).toBeInstanceOf(Date)
    })

    it("opens a new page when the old one has ended, which is watched for late money", async () => {
      const asked = session()
      const first = await service.openTransaction(asked)
      expect(await service.openTransaction(asked)).toEqual(first)
      const { id } = (await service.findTransaction(first.reference))!
      await service.updateGatewayTransactions({ id, created_at: new Date(Date.now() - 86_400_000) } as never)

      const second = await service.openTransaction(asked)

      expect(second.redirect_url).not.toBe(first.redirect_url)
      expect(await service.openTransaction(asked)).toEqual(second)
      expect(await service.findTransaction(first.reference)).toMatchObject({
        state: "open",
        superseded_at: expect.any(Date),
      })
      expect(await service.findTransactionOfSession(asked.session_id)).toMatchObject({
        reference: second.reference,
      })
    })

    it("opens the new page all the same when the old one cannot be shut, and shuts it when asked again", async () => {
      const first = session()
      const { reference } = await service.openTransaction(first)
      box.control.fault({ on: "POST /payments/link/disable", kind: "5xx_before_commit" })

      const second = await service.openTransaction({ ...first, amount_minor: 99900n })

      expect(second.redirect_url).toMatch(/^http/)
      expect([shut(), await withdrawnAt(reference)]).toEqual([[false, false], null])
      await service.withdraw(reference)
      expect([shut(), await withdrawnAt(reference)]).toEqual([[true, false], expect.any(Date)])
    })

    it("asks the gateway once to shut a page, and never for one that was paid or a gateway that cannot", async () => {
      const [unpaid, paid] = [
        await service.openTransaction(session()),
        await service.openTransaction(session()),
      ]
      box.control.pay(paid.reference)
      await service.checkCharge(paid.reference)
      const other = await service.openTransaction(session({ gateway: "paystack" }))

      for (const { reference } of [unpaid, unpaid, paid, other]) {
        await service.withdraw(reference)
      }
      await service.withdraw("mkt-nobody")

      expect(box.control.calls().filter(({ call }) => call.endsWith("/disable"))).toHaveLength(1)
      expect(await withdrawnAt(other.reference)).toBeNull()
    })

    it("does not hand out a page that was shut", async () => {
      const asked = session()
      const { reference } = await service.openTransaction(asked)
      await service.withdraw(reference)

      expect((await service.openTransaction(asked)).reference).not.toBe(reference)
    })

    it("keeps money that came besides as a transaction of its own, which belongs to no session", async () => {
      const { reference } = await service.openTransaction(session())
      box.control.begin(reference, "ussd")
      box.control.pay(reference)
      await service.checkCharge(reference)
      box.control.finish(reference, "successful")
      const [transfer, card] = box.control.transactions()

      await Promise.all([service.checkCharge(reference), service.checkCharge(reference)])

      expect(await service.findTransaction(reference)).toMatchObject({ gateway_id: String(card?.id) })
      const further = await service.checkCharge(`${reference}.${transfer?.id}`)
      expect(further).toMatchObject({
        charge: { state: "success", amount_minor: 125050n },
        transaction: { state: "paid", gateway_id: String(transfer?.id), superseded_at: expect.any(Date) },
      })
      await service.refund({
        reference: `${reference}.${transfer?.id}`,
        key: "orphan",
        amount_minor: 125050n,
        origin: "orphan",
      })
      expect(box.control.refunds()).toMatchObject([{ transaction_id: transfer?.id }])
    })
  },
})
