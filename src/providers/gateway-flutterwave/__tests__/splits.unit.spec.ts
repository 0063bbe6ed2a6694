import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { FlutterwaveGateway } from "../service"

const SECRET = "FLWSECK_TEST-splits"
const HASH = "a hash of the dashboard's"
let sandbox: FlutterwaveSandbox
let gateway: FlutterwaveGateway
let code: string

beforeAll(async () => {
  sandbox = await startFlutterwaveSandbox({ secret_key: SECRET, webhook_hash: HASH })
  const redirect_url = "https://shop.example/paid"
  gateway = new FlutterwaveGateway(
    {},
    { secret_key: SECRET, base_url: sandbox.url, webhook_hash: HASH, redirect_url }
  )
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

async function paid(reference: string, amount_minor: bigint, share_minor: bigint) {
  const split = [{ vendor_id: "ada", subaccount_code: code, share_minor }]
  await gateway.open({ reference, amount_minor, currency_code: "ngn", email: "ada@example.com", split })
  sandbox.control.pay(reference)

  return gateway.verify(reference)
}

/** What the platform's own settlement says, and what was paid to the vendor. */
async function records() {
  const settlements = await gateway.settlements.list(since)
  const items = await gateway.settlements.transactionsOf(settlements.at(-1)!.gateway_settlement_id)

  return { settlements, items, shares: await gateway.splits.paidShares([code], since) }
}

it("sends shares as exact text, and tells the fee without them", async () => {
  const { amount_minor, fee_minor, gateway_id } = await paid("mkt-a", 600_000n, 420_050n)
  expect([amount_minor, fee_minor]).toEqual([600_000n, 8_400n])
  const { body } = sandbox.control.calls().find(({ call }) => call === "POST /payments")!
  expect(body).toMatchObject({
    subaccounts: [{ id: code, transaction_charge_type: "flat_subaccount", transaction_charge: "4200.5" }],
  })

  sandbox.control.settleNow()
  const { settlements, items, shares } = await records()
  expect(settlements).toMatchObject([{ gross_minor: 600_000n, net_minor: 600_000n - 8_400n - 420_050n }])
  expect(items).toMatchObject([{ net_minor: 171_550n, split_minor: 420_050n }])
  expect(shares).toEqual([{ subaccount_code: code, gateway_id, amount_minor: 420_050n }])
})

it("waits for a subaccount that is paid by hand", async () => {
  sandbox.control.scheduleSubaccount(code, "manual")
  await paid("mkt-a", 600_000n, 420_000n)
  sandbox.control.settleNow()
  expect(await records()).toMatchObject({ items: [{ split_minor: 420_000n }], shares: [] })

  sandbox.control.settleSubaccount(code)
  expect((await records()).shares).toMatchObject([{ amount_minor: 420_000n }])
})

it.each([
  ["stamp duty leaves less than the shares", 1_000_000n, 985_000n, true],
  ["nothing is split at all", 600_000n, 420_000n, false],
])("tells that all of it came to the platform when %s", async (_, amount, share, isSplitting) => {
  sandbox.control.splitPayments(isSplitting)
  const { fee_minor } = await paid("mkt-a", amount, share)
  sandbox.control.settleNow()

  expect(await records()).toMatchObject({
    items: [{ net_minor: amount - fee_minor, split_minor: 0n }],
    shares: [],
  })
})

it("does not take for a fee what vendors have got, where the settled amount is told without it", async () => {
  const { fee_minor } = await paid("mkt-a", 1_000_000n, 900_000n)
  expect(fee_minor).toBe(14_000n + 5_000n)
  const [transaction] = sandbox.control.transactions()
  Object.assign(transaction!, { amount_settled: transaction!.amount_settled - 900_000 })

  expect((await gateway.verify("mkt-a")).fee_minor).toBe(14_000n)
})
