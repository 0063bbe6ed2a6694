import { PromotionStatus } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace } from "../helpers/create-marketplace"
import { OrderDesk } from "../helpers/order-desk"
import { configurePaystack } from "../helpers/paystack"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeCancellations } from "./vendor-orders/cancellations"
import { describeDeliveryCodes } from "./vendor-orders/delivery-codes"
import { describeForStaff } from "./vendor-orders/for-staff"
import { describeHome } from "./vendor-orders/home"
import { describeLists } from "./vendor-orders/lists"
import { describeOthersRecords } from "./vendor-orders/others-records"
import { describePerformance } from "./vendor-orders/performance"
import { describeProgress } from "./vendor-orders/progress"
import { describeRacesWithStaff } from "./vendor-orders/races-with-staff"
import { describeReports } from "./vendor-orders/reports"
import { describeStatements } from "./vendor-orders/statements"
import { suiteOf, type VendorOrderWorld } from "./vendor-orders/suite"
import { describeTransactions } from "./vendor-orders/transactions"
import { describeTwoAtOnce } from "./vendor-orders/two-at-once"
import { describeWhoMayAct } from "./vendor-orders/who-may-act"

const paystack = configurePaystack()

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ api, getContainer }) => {
    let world: VendorOrderWorld
    const suite = suiteOf(() => world)

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      const sandbox = await paystack.start()
      const market = await createMarketplace(container, {
        vendors: 3,
        stock: 100,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      await createPromotionsWorkflow(container).run({
        input: {
          promotionsData: [
            {
              code: "TEN",
              type: "standard",
              status: PromotionStatus.ACTIVE,
              application_method: {
                type: "percentage",
                target_type: "items",
                allocation: "across",
                value: 10,
              },
            },
          ],
        },
      })
      const shopper = new Shopper(base_url, market.publishable_key)
      await createAdmin(container)
      world = {
        base_url,
        container,
        market,
        sandbox,
        desk: new OrderDesk({ container, market, sandbox, shopper }),
        bench: new CheckoutBench({ container, market, shopper, sandbox }),
        shops: [],
        admin: await signInAdmin(base_url),
      }
      world.shops = await Promise.all(market.vendors.map(({ id }) => suite.memberOf(id, "owner")))
    })
    afterAll(() => world.sandbox.stop())
    afterEach(() => world.sandbox.control.reset())

    describeOthersRecords(suite)
    describeWhoMayAct(suite)
    describeTwoAtOnce(suite)
    describeTransactions(suite)
    describeStatements(suite)
    describeReports(suite)
    describeRacesWithStaff(suite)
    describeProgress(suite)
    describeCancellations(suite)
    describeDeliveryCodes(suite)
    describeLists(suite)
    describeForStaff(suite)
    describePerformance(suite)
    describeHome(suite)
  },
})
