import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createMarketplace } from "../helpers/create-marketplace"
import { configureFlutterwave } from "../helpers/flutterwave"
import { expectNoSecrets } from "../helpers/no-secrets"
import { OrderDesk } from "../helpers/order-desk"
import { configurePaystack } from "../helpers/paystack"
import { clientWith, createMember, createStaff, signIn } from "../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../helpers/second-factor"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeBuyerCases } from "./disputes/buyer-cases"
import { describeChargebacks } from "./disputes/chargebacks"
import { describeChargebacksOverRefunds } from "./disputes/chargebacks-over-refunds"
import { describeOutgoingEvents } from "./disputes/outgoing-events"
import { type DisputeWorld, suiteOf } from "./disputes/suite"

const paystack = configurePaystack()
const flutterwave = configureFlutterwave()

const FLUTTERWAVE = "pp_flutterwave_flutterwave"

/** The example of the Central Bank of Nigeria. */
const ACCOUNT = {
  bank_code: "011",
  account_number: "0000014579",
  account_name: "Ada Textiles",
  currency_code: "ngn",
}

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer, beginWith }) => {
    let world: DisputeWorld
    const suite = suiteOf(() => world, beginWith)
    expectNoSecrets(getContainer)

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      const [sandbox, other] = [await paystack.start(), await flutterwave.start()]
      const market = await createMarketplace(container, {
        vendors: 2,
        stock: 100,
        payment_providers: [PAYSTACK, FLUTTERWAVE],
      })
      const shopper = new Shopper(base_url, market.publishable_key)
      const owners = await Promise.all(market.vendors.map(({ id }) => createMember(container, id, "owner")))
      const [finance, support] = [
        await createStaff(container, "owner"),
        await createStaff(container, "support"),
      ]
      world = {
        container,
        market,
        sandbox,
        flutterwave: other,
        desk: new OrderDesk({ container, market, sandbox, shopper }),
        bench: new CheckoutBench({ container, market, shopper, sandbox }),
        shops: await Promise.all(owners.map(({ email }) => signIn(base_url, "user", email))),
        finance: await signIn(base_url, "user", finance.email),
        support: await signIn(base_url, "user", support.email),
        guest: clientWith(base_url, { "x-publishable-api-key": market.publishable_key }),
        shopper,
      }
      const app = await enrolAuthenticator(world.shops[0]!)
      world.shops[0] = await signInWithFactor(base_url, { actor: "user", email: owners[0]!.email }, app)
      await world.shops[0]("POST", "/vendor/bank-account", ACCOUNT)
      await suite.sql("update vendor set verified_at = now()")
      await suite.configure({
        payout_schedule: "daily",
        payout_minimums: {},
        payout_approval_above: { ngn: 10 ** 12 },
      })
    })
    afterAll(async () => {
      await world.sandbox.stop()
      await world.flutterwave.stop()
    })
    beforeEach(() => {
      world.sandbox.control.topUp("NGN", 100_000_000)
      world.bench.tellServer()
    })
    afterEach(() => {
      world.sandbox.control.reset()
      world.flutterwave.control.reset()
    })

    describeChargebacks(suite)
    describeChargebacksOverRefunds(suite)
    describeBuyerCases(suite)
    describeOutgoingEvents(suite)
  },
})
