import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PaystackSandbox } from "../../sandbox"
import { partitionOrderWorkflow } from "../../src/workflows/vendor-order/workflows/partition-order"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace } from "../helpers/create-marketplace"
import { keptAt } from "../helpers/kept-at"
import { expectNoSecrets } from "../helpers/no-secrets"
import { OrderDesk } from "../helpers/order-desk"
import { configurePaystack } from "../helpers/paystack"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeBuyersView } from "./refund/buyers-view"
import { describeRefundsByStaff } from "./refund/by-staff"
import { describeCancellationsForOthers } from "./refund/cancellations"
import { describeClocks } from "./refund/clocks"
import { describeDebts } from "./refund/debts"
import { describeFailedCompletions } from "./refund/failed-completions"
import { describeFailedRefunds } from "./refund/failed-refunds"
import { describeLostCarts, describeWrongPayments } from "./refund/lost-carts"
import { describeOrphans, describeRefusedRefunds } from "./refund/orphans"
import { describePartialRefunds } from "./refund/partial"
import { describeReturnClocks } from "./refund/return-clocks"
import { describeReturns } from "./refund/returns"
import { describeStuckRefunds } from "./refund/stuck-refunds"
import { createRefundSuite, type RefundPlace } from "./refund/suite"

const paystack = configurePaystack()

// A plugin on Merkato's own hook, which a test can make fail: the last thing that happens after the payment.
const plugin = { fails: false }
partitionOrderWorkflow.hooks.orderPartitioned(async () => {
  if (plugin.fails) {
    throw new Error("The plugin is broken.")
  }
  return new StepResponse(null)
})

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer, beginWith }) => {
    let place: RefundPlace
    let sandbox: PaystackSandbox

    beforeAll(async () => {
      const container = getContainer()
      const base_url = api.defaults.baseURL
      sandbox = await paystack.start()
      const market = await createMarketplace(container, {
        vendors: 2,
        stock: 10,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      await createAdmin(container)
      const shopper = new Shopper(base_url, market.publishable_key)
      place = {
        container,
        market,
        shopper,
        desk: new OrderDesk({ container, market, shopper, sandbox }),
        bench: new CheckoutBench({ container, market, shopper, sandbox }),
        admin: await signInAdmin(base_url),
        plugin,
      }
    })
    expectNoSecrets(getContainer)
    afterAll(() => sandbox.stop())
    afterEach(() => {
      plugin.fails = false
      place.bench.control.setWebhookUrl(null)
      place.bench.control.reset()
    })

    const suite = createRefundSuite(() => place)
    const beginWithPaid = keptAt(() => sandbox.control, beginWith)

    describeLostCarts(suite)
    describeWrongPayments(suite)
    describeFailedCompletions(suite)
    describeOrphans(suite)
    describeRefusedRefunds(suite, (reference, amount) =>
      fetch(`${suite.tested.url}/refund`, {
        method: "POST",
        headers: { authorization: `Bearer ${suite.tested.secret_key}` },
        body: JSON.stringify({ transaction: reference, amount }),
      })
    )
    describeRefundsByStaff(suite, beginWithPaid)
    describeBuyersView(suite)
    describePartialRefunds(suite, beginWithPaid)
    describeFailedRefunds(suite, beginWithPaid)
    describeStuckRefunds(suite)
    describeCancellationsForOthers(suite)
    describeReturns(suite, beginWithPaid)
    describeReturnClocks(suite, beginWithPaid)
    describeClocks(suite, beginWithPaid)
    describeDebts(suite)
  },
})
