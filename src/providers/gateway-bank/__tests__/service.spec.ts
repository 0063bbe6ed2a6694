import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GatewayRefusedError } from "../../../lib/gateway"
import { BANK_TRANSFER_MODULE } from "../../../modules/bank-transfer"
import type BankTransferModuleService from "../../../modules/bank-transfer/service"
import { CashGateway } from "../../gateway-cash/service"
import { BankGateway } from "../service"

const ACCOUNT = { bank_name: "First Bank", account_name: "Merkato Ltd", account_number: "0000014579" }
const OPTIONS = { accounts: { ngn: ACCOUNT }, page_url: "https://shop.example" }
const ORDER = { reference: "mkt-1", amount_minor: 125_000n, currency_code: "ngn", email: "ada@example.com" }
const REFUND = { reference: "mkt-1", gateway_id: "btr_1", amount_minor: 100n, currency_code: "ngn", key: "k" }

moduleIntegrationTestRunner<BankTransferModuleService>({
  moduleName: BANK_TRANSFER_MODULE,
  resolve: "./src/modules/bank-transfer",
  pathToMigrations: "./src/modules/bank-transfer/migrations",
  testSuite: ({ service }) => {
    const gateway = () => new BankGateway({ bank_transfer: service }, OPTIONS)
    let next = 0
    const arrive = async (amount_minor: bigint, currency_code = "ngn") => {
      next += 1
      const { transfer } = await service.recordTransfer(
        {
          bank_reference: `stmt-${next}`,
          reference: "mkt-1",
          narration: "",
          amount_minor,
          currency_code,
          received_at: new Date(`2026-11-27T09:00:0${next % 10}Z`),
          recorded_by: "user_1",
        },
        async () => true
      )

      return transfer.id
    }

    it("sends the buyer on, and takes no currency without an account", async () => {
      expect(await gateway().open(ORDER)).toEqual({
        reference: "mkt-1",
        redirect_url: "https://shop.example",
        access_code: null,
      })
      expect(await gateway().open({ ...ORDER, callback_url: "https://shop.example/thanks" })).toMatchObject({
        redirect_url: "https://shop.example/thanks",
      })
      await expect(gateway().open({ ...ORDER, currency_code: "usd" })).rejects.toThrow(GatewayRefusedError)
    })

    it("waits for a transfer, and tells what came, whatever it was", async () => {
      expect(await gateway().verify("mkt-1")).toMatchObject({
        state: "unknown_reference",
        amount_minor: 0n,
        paid_at: null,
      })
      const id = await arrive(99n, "usd")

      expect(await gateway().verify("mkt-1")).toMatchObject({
        state: "success",
        reference: "mkt-1",
        amount_minor: 99n,
        currency_code: "usd",
        fee_minor: 0n,
        gateway_id: id,
        further: [],
      })
    })

    it("counts the first transfer, and every other one as a payment besides", async () => {
      const first = await arrive(100_000n)
      const second = await arrive(25_000n)
      const further = [{ reference: `mkt-1.${second}`, amount_minor: 25_000n, currency_code: "ngn" }]

      expect(await gateway().verify("mkt-1")).toMatchObject({ gateway_id: first, further })
      expect(await gateway().verify("mkt-1", first)).toMatchObject({ gateway_id: first, further })
      expect(await gateway().verify("mkt-1", second)).toMatchObject({
        gateway_id: second,
        further: [{ reference: `mkt-1.${first}`, amount_minor: 100_000n }],
      })
      expect(await gateway().verify(`mkt-1.${second}`)).toMatchObject({
        state: "success",
        reference: `mkt-1.${second}`,
        amount_minor: 25_000n,
        further: [],
      })
      expect(await gateway().verify("mkt-1.btr_unknown")).toMatchObject({ state: "unknown_reference" })
    })

    const byHand = {
      transfer: gateway,
      cash: () => new CashGateway({ bank_transfer: service }),
    }

    it.each([
      ["transfer", "made", "processed"],
      ["transfer", "failed", "failed"],
      ["cash", "made", "processed"],
      ["cash", "failed", "failed"],
    ] as const)("leaves a refund of a %s to people, who say that it was %s", async (of, to, state) => {
      const adapter = byHand[of]()
      expect(adapter.is_refunded_by_hand).toBe(true)
      const asked = await adapter.refund(REFUND)
      const find = () =>
        adapter.findRefund({ ...REFUND, posted_at: new Date(), gateway_refund_id: asked.gateway_refund_id })
      expect(asked).toMatchObject({ state: "needs_attention", amount_minor: 100n })
      expect(await find()).toEqual(asked)

      await service.markRefund({ id: asked.gateway_refund_id, to, note: "FT-1", by: "user_1" })

      expect(await find()).toEqual({ ...asked, state })
    })

    it("opens nothing for cash, and says of none that it was paid", async () => {
      await expect(byHand.cash().open()).rejects.toThrow(GatewayRefusedError)
      expect(await byHand.cash().verify("cash-1")).toMatchObject({
        state: "unknown_reference",
        paid_at: null,
      })
    })

    it("names the option that is wrong", () => {
      const validate = (options: unknown) => () => BankGateway.validateOptions(options)
      expect(validate({ ...OPTIONS, accounts: {} })).toThrow("at least one currency")
      expect(validate({ ...OPTIONS, accounts: { NGN: ACCOUNT } })).toThrow("accounts")
      expect(validate({ ...OPTIONS, accounts: { ngn: { ...ACCOUNT, account_number: "" } } })).toThrow(
        "account_number"
      )
    })
  },
})
