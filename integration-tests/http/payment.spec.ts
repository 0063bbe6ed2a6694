import type { PaystackSandbox } from "../../sandbox"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createMarketplace } from "../helpers/create-marketplace"
import { expectNoSecrets } from "../helpers/no-secrets"
import { configurePaystack } from "../helpers/paystack"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeAtOnce } from "./payment/at-once"
import { describeDeclined, describeOldPages } from "./payment/declined"
import { describeWhatClientsSend } from "./payment/from-clients"
import { describeGatewayDown } from "./payment/gateway-down"
import { describePaid, describeRaces } from "./payment/made"
import { describeSplit } from "./payment/split"
import { createPaymentSuite, type PaymentPlace } from "./payment/suite"
import { describeSuspendedShops } from "./payment/suspended"

const paystack = configurePaystack()

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer }) => {
    let place: PaymentPlace
    let box: PaystackSandbox
    let stop: () => Promise<void>

    beforeAll(async () => {
      const container = getContainer()
      const sandbox = await paystack.start()
      box = sandbox
      const market = await createMarketplace(container, {
        vendors: 2,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      const shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      const bench = new CheckoutBench({ container, market, shopper, sandbox })
      place = { container, market, shopper, bench }
      stop = sandbox.stop
    })
    expectNoSecrets(getContainer)
    afterAll(() => stop())
    afterEach(() => {
      place.bench.control.setWebhookUrl(null)
      place.bench.control.reset()
    })

    const suite = createPaymentSuite(() => place)

    describePaid(suite)
    describeRaces(suite)
    describeGatewayDown(suite)
    describeDeclined(suite)
    describeOldPages(suite)
    describeAtOnce(suite)
    describeSuspendedShops(suite)
    describeSplit(() => ({ ...place, control: box.control }))
    describeWhatClientsSend(suite)
  },
})
