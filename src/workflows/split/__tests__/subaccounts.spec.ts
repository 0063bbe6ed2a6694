import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { NO_ID } from "../../../lib/__tests__/own-methods"
import { SPLIT_MODULE } from "../../../modules/split"
import type SplitModuleService from "../../../modules/split/service"
import { FlutterwaveGateway } from "../../../providers/gateway-flutterwave/service"
import { PaystackGateway } from "../../../providers/gateway-paystack/service"

const wire = { secret_key: "sk_test_split", read_timeout_ms: 2000, write_timeout_ms: 500 }
const FLW = { secret_key: "FLWSECK_TEST-split", webhook_hash: "a hash of the dashboard" }
const HOUR_MS = 3_600_000

moduleIntegrationTestRunner<SplitModuleService>({
  moduleName: SPLIT_MODULE,
  resolve: "./src/modules/split",
  pathToMigrations: "./src/modules/split/migrations",
  testSuite: ({ service }) => {
    describe("a subaccount", () => {
      let paystackBox: PaystackSandbox
      let flutterwaveBox: FlutterwaveSandbox
      const now = new Date("2026-11-28T12:00:00Z")
      const details = (account_number: string) => async () => ({
        business_name: "Ada's phones",
        email: "ada@example.com",
        bank_code: "058",
        account_number,
        currency_code: "ngn",
      })
      const places = [
        {
          gateway: "paystack",
          create: "POST /subaccount",
          at: () => new PaystackGateway({}, { ...wire, base_url: paystackBox.url }).splits,
          box: () => paystackBox.control,
        },
        {
          gateway: "flutterwave",
          create: "POST /subaccounts",
          at: () =>
            new FlutterwaveGateway(
              {},
              { ...wire, ...FLW, base_url: flutterwaveBox.url, redirect_url: "https://shop.example/paid" }
            ).splits,
          box: () => flutterwaveBox.control,
        },
      ]

      beforeAll(async () => {
        paystackBox = await startPaystackSandbox({ secret_key: wire.secret_key })
        flutterwaveBox = await startFlutterwaveSandbox(FLW)
      })

      afterAll(async () => {
        await paystackBox.stop()
        await flutterwaveBox.stop()
      })

      describe.each(places)("at $gateway", ({ gateway, create, at, box }) => {
        const sync = (account_id: string, over: { number?: string; later?: number } = {}) =>
          service.sync(
            {
              vendor_id: "ada",
              gateway,
              account_id,
              now: new Date(now.getTime() + (over.later ?? 0) * HOUR_MS),
            },
            at(),
            details(over.number ?? "0000000001")
          )
        const usable = (account_id: string) =>
          service.usableCodes(gateway, [{ vendor_id: "ada", account_id }])
        const numbers = () =>
          box()
            .subaccounts()
            .map(({ account_number }) => account_number)

        beforeEach(() => box().reset())

        it("is made once, and followed by the vendor's bank account", async () => {
          const firsts = await Promise.all([sync("vbank_1"), sync("vbank_1")])
          expect(firsts.filter(Boolean)).toHaveLength(1)
          expect(await sync("vbank_1")).toBe(true)
          expect(numbers()).toEqual(["0000000001"])
          const code = (await usable("vbank_1")).get("ada")
          expect(code).toBeTruthy()

          // The account has changed: nothing is split until the gateway has the new one.
          expect((await usable("vbank_2")).size).toBe(0)
          expect(await sync("vbank_2", { number: "0000000002", later: 1 })).toBe(true)
          expect(numbers()).toEqual(["0000000002"])
          expect((await usable("vbank_2")).get("ada")).toBe(code)
          expect((await usable("vbank_1")).size).toBe(0)
        })

        it.each(["5xx_after_commit", "timeout"] as const)(
          "is looked up when the answer is lost (%s)",
          async (kind) => {
            box().fault({ on: create, kind })
            expect(await sync("vbank_1")).toBe(false)
            expect((await usable("vbank_1")).size).toBe(0)
            expect(await sync("vbank_1")).toBe(false)
            expect(
              box()
                .calls()
                .filter(({ call }) => call.endsWith(create.slice(5)))
            ).toHaveLength(1)

            expect(await sync("vbank_1", { later: 1 })).toBe(true)
            expect(numbers()).toHaveLength(1)
            expect((await usable("vbank_1")).size).toBe(1)
          }
        )
      })

      it("is nobody's without a vendor", async () => {
        for (const nothing of NO_ID) {
          const of = { vendor_id: nothing, gateway: "paystack", account_id: "vbank_1", now }
          await expect(service.sync(of, places[0]!.at(), details("0000000001"))).rejects.toThrow(
            "needs the vendor's id"
          )
        }
      })
    })
  },
})
