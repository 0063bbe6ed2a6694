import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace } from "../helpers/create-marketplace"
import { configurePaystack } from "../helpers/paystack"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeCommissionPreview } from "./commission/preview"
import { describeCommissionRefunds } from "./commission/refunds"
import { describeCommissionRules } from "./commission/rules"
import { describeCommissionAtSale } from "./commission/sale"
import { type CommissionPlace, createCommissionSuite, fileUnderPhones } from "./commission/suite"

const paystack = configurePaystack()
// As in Nigeria: 7.5 % VAT on the commission, of which a shop withholds 5 %.
process.env.COMMISSION_TAX_RATE_BPS = "750"
process.env.COMMISSION_WITHHOLDING_RATE_BPS = "500"

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer, beginWith }) => {
    let place: CommissionPlace

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      const sandbox = await paystack.start()
      const market = await createMarketplace(container, {
        vendors: 2,
        stock: 100,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      const categories = await fileUnderPhones(container, market.vendors[0]!.products[0]!.id)
      await createAdmin(container)
      const shopper = new Shopper(base_url, market.publishable_key)
      place = {
        container,
        market,
        sandbox,
        categories,
        shopper,
        bench: new CheckoutBench({ container, market, shopper, sandbox }),
        admin: await signInAdmin(base_url),
      }
    })
    afterAll(() => place.sandbox.stop())
    afterEach(() => place.sandbox.control.reset())

    const suite = createCommissionSuite(() => place)

    describeCommissionRules(suite)
    describeCommissionAtSale(suite)
    describeCommissionRefunds(suite)
    describeCommissionPreview(suite, beginWith)
  },
})
