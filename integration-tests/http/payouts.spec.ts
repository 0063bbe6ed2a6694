import { keptAt } from "../helpers/kept-at"
import { expectNoSecrets } from "../helpers/no-secrets"
import { configurePaystack } from "../helpers/paystack"
import { serverTests } from "../helpers/server-tests"
import { describeAlike } from "./payouts/alike"
import { describeByHand } from "./payouts/by-hand"
import { describeCashOut } from "./payouts/cash-out"
import { describeDebtInvoices } from "./payouts/debts"
import { describeFees } from "./payouts/fees"
import { describeInterruptions } from "./payouts/interruptions"
import { describeLiquidity } from "./payouts/liquidity"
import { describeNames } from "./payouts/names"
import { describeNotTaken } from "./payouts/not-taken"
import { describeReconciliation, describeUnheardPayments } from "./payouts/reconciliation"
import { describeRefunded, describeReserve } from "./payouts/refunded"
import { describeSaleToPayout } from "./payouts/sale-to-payout"
import { describeShipped } from "./payouts/shipped"
import { type PayoutWorld, suiteOf } from "./payouts/suite"
import { describeTogether } from "./payouts/together"
import { describeWhoIsPaid } from "./payouts/who-is-paid"
import { describeWhoMayAct } from "./payouts/who-may-act"
import { openPayoutWorld } from "./payouts/world"

const paystack = configurePaystack()

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ api, getContainer, beginWith }) => {
    let world: PayoutWorld
    const suite = suiteOf(() => world)

    beforeAll(async () => {
      world = await openPayoutWorld(getContainer(), api.defaults.baseURL, paystack)
      for (const shop of [0, 1, 2]) {
        await suite.setAccount(shop)
      }
      await suite.sql("update vendor set verified_at = now()")
      await suite.configure({ payout_schedule: "daily" })
    })
    expectNoSecrets(getContainer)
    afterAll(() => world.sandbox.stop())
    beforeEach(() => {
      world.sandbox.control.topUp("NGN", 100_000_000)
      world.bench.tellServer()
      suite.putBack()
    })
    afterEach(() => world.sandbox.control.reset())

    describeSaleToPayout(suite)
    describeWhoIsPaid(suite)
    describeNames(suite)
    describeShipped(suite)
    describeTogether(suite)
    describeAlike(suite)
    describeDebtInvoices(suite)
    describeCashOut(suite)
    describeReserve(suite)
    describeUnheardPayments(suite)

    // All of these begin with a shop that has sold something, and is to be paid.
    describe("with a sale", () => {
      keptAt(() => world.sandbox.control, beginWith)(suite.makeReady)

      describeInterruptions(suite)
      describeRefunded(suite)
      describeWhoMayAct(suite)
      describeByHand(suite)
      describeLiquidity(suite)
      describeNotTaken(suite)
      describeFees(suite)
      describeReconciliation(suite)
    })
  },
})
