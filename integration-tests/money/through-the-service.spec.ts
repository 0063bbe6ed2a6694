import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type { FlutterwaveSandbox } from "../../sandbox/flutterwave"
import { PAYSTACK } from "../helpers/checkout-bench"
import { configureFlutterwave } from "../helpers/flutterwave"
import { expectNoSecrets } from "../helpers/no-secrets"
import { configurePaystack } from "../helpers/paystack"
import { type Abroad, sellInGhana } from "../helpers/sell-abroad"
import { serverTests } from "../helpers/server-tests"
import { type PayoutWorld, suiteOf } from "../http/payouts/suite"
import { openPayoutWorld } from "../http/payouts/world"
import { describeFaults } from "./faults"
import { describeRealHistories } from "./real-histories"

const paystack = configurePaystack()
const otherGateway = configureFlutterwave()

jest.setTimeout(1_800_000)

serverTests({
  testSuite: ({ api, getContainer }) => {
    let world: PayoutWorld
    let flutterwave: FlutterwaveSandbox
    let ghana: Abroad
    const suite = suiteOf(() => world)

    beforeAll(async () => {
      flutterwave = await otherGateway.start()
      world = await openPayoutWorld(getContainer(), api.defaults.baseURL, paystack)
      await updateRegionsWorkflow(getContainer()).run({
        input: {
          selector: { id: world.market.region_id },
          update: { payment_providers: [PAYSTACK, "pp_flutterwave_flutterwave"] },
        },
      })
      ghana = await sellInGhana(getContainer(), { ...world, payment_providers: [PAYSTACK] })
      for (const shop of [0, 1, 2]) {
        await suite.setAccount(shop)
      }
      await suite.sql("update vendor set verified_at = now()")
      await suite.configure({
        payout_schedule: "on_request",
        payout_minimums: {},
        payout_approval_above: { ngn: 10 ** 14, ghs: 10 ** 14, kes: 10 ** 14 },
        step_up_max_age_seconds: 86_400,
      })
    })
    expectNoSecrets(getContainer)
    afterAll(() => Promise.all([world.sandbox.stop(), flutterwave.stop()]))

    describeRealHistories(suite, () => ghana)
    describeFaults(suite, () => flutterwave)
  },
})
