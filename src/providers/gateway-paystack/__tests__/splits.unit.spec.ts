import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { PaystackGateway } from "../service"

const SECRET = "sk_test_splits"
let sandbox: PaystackSandbox
let gateway: PaystackGateway
let code: string

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  gateway = new PaystackGateway({}, { secret_key: SECRET, base_url: sandbox.url })
})
beforeEach(async () => {
  sandbox.control.reset()
  code = await gateway.splits.create({
    key: "splu_1",
    business_name: "Ada's phones",
    email: "ada@example.com",
    bank_code: "058",
    account_number: "0000000001",
    currency_code: "ngn",
  })
})
afterAll(() => sandbox.stop())

const since = new Date(Date.now() - 86_400_000)

async function paid(reference: string, amount_minor = 600_000n, share_minor = 420_000n) {
  const split = [{ vendor_id: "ada", subaccount_code: code, share_minor }]
  await gateway.open({ reference, amount_minor, currency_code: "ngn", email: "ada@example.com", split })
  sandbox.control.pay(reference)

  return gateway.verify(reference)
}

/** What the platform's own settlements say, and what was paid to the vendor. */
async function records() {
  const settlements = await gateway.settlements.list(since)
  const items = await gateway.settlements.transactionsOf(settlements.at(-1)!.gateway_settlement_id)

  return { settlements, items, shares: await gateway.splits.paidShares([code], since) }
}

it("asks for flat shares in whole kobo, whose fee is the platform's, and reads what became of them", async () => {
  const { fee_minor, gateway_id } = await paid("mkt-a")
  const { body } = sandbox.control.calls().find(({ call }) => call === "POST /transaction/initialize")!
  expect(body).toMatchObject({
    split: { type: "flat", bearer_type: "account", subaccounts: [{ subaccount: code, share: 420_000 }] },
  })

  sandbox.control.settleNow()
  const { settlements, items, shares } = await records()
  // What is paid to the vendor is listed beside the platform's own, and none of it.
  expect(settlements).toMatchObject([{ gross_minor: 600_000n, net_minor: 180_000n - fee_minor }])
  expect(items).toMatchObject([{ net_minor: 180_000n - fee_minor, split_minor: 420_000n }])
  expect(shares).toEqual([{ subaccount_code: code, gateway_id, amount_minor: 420_000n }])
})

it("waits for a subaccount that is paid on Mondays, or by hand", async () => {
  sandbox.control.scheduleSubaccount(code, "weekly")
  await paid("mkt-a")
  sandbox.control.settleNow()
  sandbox.control.settleByNight("auto", "2026-12-01T03:00:00Z")
  expect(await records()).toMatchObject({ items: [{ split_minor: 420_000n }], shares: [] })
  sandbox.control.settleByNight("auto", "2026-12-07T03:00:00Z")
  expect((await records()).shares).toHaveLength(1)

  sandbox.control.scheduleSubaccount(code, "manual")
  await paid("mkt-b")
  sandbox.control.settleNow()
  sandbox.control.settleByNight("auto", "2026-12-14T03:00:00Z")
  expect((await records()).shares).toHaveLength(1)
  sandbox.control.settleSubaccount(code)
  expect((await records()).shares).toHaveLength(2)
})

it("tells that all of it came to the platform when nothing was split", async () => {
  sandbox.control.splitPayments(false)
  const { fee_minor } = await paid("mkt-a")
  sandbox.control.settleNow({ stamp_duty: 5_000 })

  expect(await records()).toMatchObject({
    settlements: [{ net_minor: 600_000n - fee_minor - 5_000n }],
    items: [{ net_minor: 600_000n - fee_minor, split_minor: 0n }],
    shares: [],
  })
})

it("is refused shares that the payment cannot bear, and leaves it unopened", async () => {
  await expect(paid("mkt-a", 400_000n)).rejects.toThrow("Invalid Split transaction values")
})

it("pays vendors in the currencies that it has subaccounts in", () => {
  expect(["ngn", "ghs", "kes"].map((currency) => gateway.splits.takes(currency))).toEqual([true, true, false])
})
