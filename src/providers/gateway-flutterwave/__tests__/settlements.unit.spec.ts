import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { FlutterwaveGateway } from "../service"

const SECRET = "FLWSECK_TEST-settlements"
const HASH = "a hash of the dashboard's"
let sandbox: FlutterwaveSandbox
let gateway: FlutterwaveGateway

beforeAll(async () => {
  sandbox = await startFlutterwaveSandbox({ secret_key: SECRET, webhook_hash: HASH })
  gateway = new FlutterwaveGateway(
    {},
    {
      secret_key: SECRET,
      base_url: sandbox.url,
      webhook_hash: HASH,
      redirect_url: "https://shop.example/paid",
    }
  )
})
beforeEach(() => sandbox.control.reset())
afterAll(() => sandbox.stop())

const since = new Date(Date.now() - 86_400_000)
const pay = async (reference: string, amount_minor: bigint) => {
  await gateway.open({ reference, amount_minor, currency_code: "ngn", email: "ada@example.com" })
  sandbox.control.pay(reference)
}

it("tells stamp duty apart, and of each payment what it has brought, as verifying it does", async () => {
  await pay("mkt-a", 2_000_000n)
  await pay("mkt-b", 100_000n)
  const { id } = sandbox.control.settleNow()!
  expect(await gateway.settlements.list(since)).toMatchObject([
    {
      gateway_settlement_id: String(id),
      gross_minor: 2_100_000n,
      fee_minor: 29_400n,
      duty_minor: 5000n,
      deductions_minor: 0n,
      net_minor: 2_065_600n,
      goes_to: "bank",
      is_final: true,
    },
  ])
  const items = await gateway.settlements.transactionsOf(String(id))
  for (const { reference, gateway_id, net_minor } of items) {
    const charge = await gateway.verify(reference)
    expect([charge.gateway_id, charge.amount_minor - charge.fee_minor]).toEqual([gateway_id, net_minor])
  }
  expect((await gateway.settlements.charges(since)).map(({ amount_minor }) => amount_minor)).toEqual([
    100_000n,
    2_000_000n,
  ])
})

it("tells what is held, also what was settled into the balance", async () => {
  sandbox.control.topUp("NGN", 12_345)
  await pay("mkt-c", 100_000n)
  sandbox.control.settleNow({ destination: "wallet" })
  expect(await gateway.settlements.list(since)).toMatchObject([{ goes_to: "balance", net_minor: 98_600n }])
  expect(await gateway.settlements.balances()).toEqual([
    { currency_code: "ngn", balance_minor: 12_345n + 98_600n },
  ])
})

it("tells of a settlement below zero, and of the others beside it", async () => {
  await pay("mkt-d", 100_000n)
  const less = sandbox.control.settleNow()!
  Object.assign(less, { refund: 250_050, net_amount: -151_450 })
  await pay("mkt-e", 100_000n)
  sandbox.control.settleNow()
  expect((await gateway.settlements.list(since)).map(({ net_minor }) => net_minor)).toEqual([
    98_600n,
    -151_450n,
  ])
})
