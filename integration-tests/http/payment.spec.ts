import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createMarketplace } from "../helpers/create-marketplace"
import { configurePaystack } from "../helpers/paystack"
import { Shopper } from "../helpers/shopper"
import { describeAtOnce } from "./payment/at-once"
import { describeDeclined } from "./payment/declined"
import { describeWhatClientsSend } from "./payment/from-clients"
import { describeGatewayDown } from "./payment/gateway-down"
import { describePaid } from "./payment/made"
import { createPaymentSuite, type PaymentPlace } from "./payment/suite"
import { describeSuspendedShops } from "./payment/suspended"

const paystack = configurePaystack()

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let place: PaymentPlace

    beforeAll(async () => {
      const container = getContainer()
      const sandbox = await paystack.start()
      const market = await createMarketplace(container, {
        vendors: 2,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      const shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      const bench = new CheckoutBench({ container, market, shopper, sandbox })
      place = { container, market, shopper, sandbox, bench }
    })
    afterAll(() => place.sandbox.stop())
    afterEach(() => {
      place.sandbox.control.setWebhookUrl(null)
      place.sandbox.control.reset()
    })

    const suite = createPaymentSuite(paystack, () => place)

    describePaid(suite)
    describeGatewayDown(suite)
    describeDeclined(suite)
    describeAtOnce(suite)
    describeSuspendedShops(suite)
    describeWhatClientsSend(suite)
  },
})
