import { CheckoutBench } from "../helpers/checkout-bench"
import { createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace } from "../helpers/create-marketplace"
import { configureFlutterwave } from "../helpers/flutterwave"
import { expectNoSecrets } from "../helpers/no-secrets"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { testedFlutterwave } from "../helpers/tested-gateway"
import { describeEvents } from "./flutterwave/events"
import { describePages } from "./flutterwave/pages"
import { describePending } from "./flutterwave/pending"
import { describeRefunds } from "./flutterwave/refunds"
import { createFlutterwaveSuite, type FlutterwavePlace } from "./flutterwave/suite"
import { describePaid } from "./payment/made"
import { describeSplit } from "./payment/split"
import { describeFlutterwavePayouts } from "./payouts/by-flutterwave"
import { describeLostCarts } from "./refund/lost-carts"
import { describeOrphans } from "./refund/orphans"

const flutterwave = configureFlutterwave()

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer }) => {
    let place: FlutterwavePlace

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      const sandbox = await flutterwave.start()
      const tested = testedFlutterwave(sandbox)
      const market = await createMarketplace(container, {
        vendors: 2,
        stock: 10,
        payment_providers: [tested.provider_id],
      })
      await createAdmin(container)
      const shopper = new Shopper(base_url, market.publishable_key)
      place = {
        container,
        market,
        shopper,
        sandbox,
        webhook_hash: flutterwave.webhook_hash,
        bench: new CheckoutBench({ container, market, shopper, tested }),
        admin: await signInAdmin(base_url),
        plugin: { fails: false },
      }
    })
    expectNoSecrets(getContainer)
    afterAll(() => place.sandbox.stop())
    afterEach(() => {
      place.sandbox.control.setWebhookUrl(null)
      place.sandbox.control.reset()
    })

    const suite = createFlutterwaveSuite(() => place)

    describe("As with every gateway", () => {
      describePaid(suite.payments)
      describeSplit(() => ({ ...place, control: place.sandbox.control }))
      describeLostCarts(suite.refunds)
      describeOrphans(suite.refunds)
    })
    describePending(suite)
    describePages(suite)
    describeEvents(suite)
    describeRefunds(suite)
    describeFlutterwavePayouts(suite)
  },
})
