import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { PaystackGateway } from "../service"

const SECRET = "sk_test_settlements"
let sandbox: PaystackSandbox
let gateway: PaystackGateway

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  gateway = new PaystackGateway({}, { secret_key: SECRET, base_url: sandbox.url })
})
beforeEach(() => sandbox.control.reset())
afterAll(() => sandbox.stop())

const since = new Date(Date.now() - 86_400_000)
const order = (reference: string) => ({
  reference,
  amount_minor: 1_000_000n,
  currency_code: "ngn",
  email: "ada@example.com",
})

it("tells of a settlement what it covers, what was kept back and whether it is final", async () => {
  await gateway.open(order("mkt-a"))
  await gateway.open(order("mkt-b"))
  sandbox.control.pay("mkt-a")
  sandbox.control.pay("mkt-b")
  const { id } = sandbox.control.settleNow({ leave_out: ["mkt-b"], stamp_duty: 5000, status: "pending" })!
  const [settlement, ...others] = await gateway.settlements.list(since)
  expect(others).toEqual([])
  expect(settlement).toMatchObject({
    gateway_settlement_id: String(id),
    currency_code: "ngn",
    gross_minor: 1_000_000n,
    fee_minor: 25_000n,
    deductions_minor: 5000n,
    net_minor: 970_000n,
    goes_to: "bank",
    is_final: false,
  })
  expect(await gateway.settlements.transactionsOf(String(id))).toMatchObject([
    { reference: "mkt-a", amount_minor: 1_000_000n, net_minor: 975_000n },
  ])
  expect((await gateway.settlements.charges(since)).map(({ reference }) => reference).toSorted()).toEqual([
    "mkt-a",
    "mkt-b",
  ])
  expect(await gateway.settlements.list(new Date(Date.now() + 60_000))).toEqual([])
})

it("takes for a top-up what people have put on the balance, and nothing else", async () => {
  sandbox.control.topUp("NGN", 4000)
  sandbox.control.topUp("NGN", -500)
  expect(await gateway.settlements.topUps(since)).toMatchObject([
    { currency_code: "ngn", amount_minor: 4000n, gateway_top_up_id: expect.stringMatching(/^\d+$/) },
  ])
  expect(await gateway.settlements.balances()).toEqual([{ currency_code: "ngn", balance_minor: 3500n }])
})
