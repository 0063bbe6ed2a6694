import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createMarketplace } from "../helpers/create-marketplace"
import { OrderDesk } from "../helpers/order-desk"
import { configurePaystack } from "../helpers/paystack"
import { createMember, createStaff, signIn } from "../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../helpers/second-factor"
import { Shopper } from "../helpers/shopper"
import { describeByHand } from "./payouts/by-hand"
import { describeInterruptions } from "./payouts/interruptions"
import { describeRefunded } from "./payouts/refunded"
import { describeSaleToPayout } from "./payouts/sale-to-payout"
import { type PayoutWorld, suiteOf } from "./payouts/suite"
import { describeWhoIsPaid } from "./payouts/who-is-paid"
import { describeWhoMayAct } from "./payouts/who-may-act"

const paystack = configurePaystack()
// The jobs are run by the tests themselves: tonight at the earliest by the clock.
const tonight = new Date(Date.now() + 12 * 60 * 60 * 1000)
process.env.RECONCILE_SCHEDULE = `${tonight.getMinutes()} ${tonight.getHours()} * * *`

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let world: PayoutWorld
    const suite = suiteOf(() => world)

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      const sandbox = await paystack.start()
      const market = await createMarketplace(container, {
        vendors: 3,
        stock: 100,
        payment_providers: [PAYSTACK],
      })
      const withFactor = async (email: string) => {
        const app = await enrolAuthenticator(await signIn(base_url, "user", email))
        return signInWithFactor(base_url, { actor: "user", email }, app)
      }
      const shopper = new Shopper(base_url, market.publishable_key)
      const owners = await Promise.all(market.vendors.map(({ id }) => createMember(container, id, "owner")))
      const [finance, second] = [
        await createStaff(container, "finance"),
        await createStaff(container, "owner", "second@staff.example.com"),
      ]
      world = {
        base_url,
        container,
        market,
        sandbox,
        owners,
        desk: new OrderDesk({ container, market, sandbox, shopper }),
        bench: new CheckoutBench({ container, market, shopper, sandbox }),
        shops: await Promise.all(owners.map(({ email }) => withFactor(email))),
        finance: await withFactor(finance.email),
        second: await withFactor(second.email),
        people: { finance, second },
      }
      for (const shop of [0, 1, 2]) {
        await suite.setAccount(shop)
      }
      await suite.sql("update vendor set verified_at = now()")
      await suite.configure({ payout_schedule: "daily" })
    })
    afterAll(() => world.sandbox.stop())
    beforeEach(() => {
      world.sandbox.control.topUp("NGN", 100_000_000)
      world.bench.tellServer()
    })
    afterEach(() => world.sandbox.control.reset())

    describeSaleToPayout(suite)
    describeInterruptions(suite)
    describeRefunded(suite)
    describeWhoIsPaid(suite)
    describeWhoMayAct(suite)
    describeByHand(suite)
  },
})
