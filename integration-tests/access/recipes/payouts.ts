import { LEDGER_MODULE } from "../../../src/modules/ledger"
import { buildRelease } from "../../../src/modules/ledger/domain/release"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { sealBankAccount } from "../../../src/workflows/vendor-onboarding/bank-number"
import { once } from "../records/once"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

/** The example of the Central Bank of Nigeria. */
const ACCOUNT = {
  bank_code: "011",
  account_number: "0000014579",
  account_name: "Ada Textiles Ltd",
  currency_code: "ngn",
}

/** A payout of the shop as it would stand at some point of its way. */
async function makePayout(world: World, state: string, over: { rail?: string } = {}) {
  const number = world.serial()
  const id = `pout_walk${String(number).padStart(22, "0")}`
  await world.sql(
    `insert into payout (id, vendor_id, currency_code, amount_minor, state, origin, rail, reference, bank_account_id,
       account_last4, posted_at)
     values (?, ?, 'ngn', 100000, ?, 'schedule', ?, ?, 'vbank_walk', '4579', now())`,
    [id, world.shop.id, state, over.rail ?? "manual", `po-walk-${String(number).padStart(12, "0")}`]
  )

  return { id }
}

const ofPayout =
  (state: string, body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: await makePayout(world, state), body })

/** The shop has an account, nothing under way, and something to be paid, which the job beside the walk leaves alone. */
async function payableShop(world: World): Promise<void> {
  await world.sql(
    `insert into payout_terms (vendor_id, schedule) values (?, 'on_request')
     on conflict (vendor_id) do update set schedule = excluded.schedule`,
    [world.shop.id]
  )
  await world.sql("delete from vendor_bank_account where vendor_id = ?", [world.shop.id])
  const account = sealBankAccount(ACCOUNT, "user_walk")
  await world.container.resolve<VendorModuleService>(VENDOR_MODULE).replaceBankAccount(world.shop.id, account)
  await world.sql("update payout set state = 'failed' where vendor_id = ? and origin = 'vendor'", [
    world.shop.id,
  ])
  await world.container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
    buildRelease({
      vendor_id: world.shop.id,
      vendor_order_id: "vord_walk",
      order_id: "order_walk",
      currency_code: "ngn",
      number: world.serial(),
      available_minor: 1_000_000n,
      reserved_minor: 0n,
      occurred_at: new Date(),
    }),
  ])
}

/** One is enough for whoever only reads. */
const aPayout = once((world: World) => makePayout(world, "paid"))

const reading: Recipe = async (world) => ({ params: await aPayout(world) })

/** Money of a vendor order that waits for staff. */
const ofHold = async (world: World) => {
  const id = `vord_walkhold${world.serial()}`
  await world.sql(
    `insert into payout_match_hold (vendor_order_id, order_id, vendor_id, currency_code, kinds)
     values (?, 'order_walk', ?, 'ngn', '{email}')`,
    [id, world.shop.id]
  )

  return { params: { id }, body: { reason: "Both were called." } }
}

const ofTerms =
  (body?: Record<string, unknown>): Recipe =>
  (world) => ({ params: { vendor_id: world.shop.id }, body })

export const payoutRecipes: Recipes = {
  "GET /vendor/balances": reading,
  "GET /vendor/payouts": reading,
  "POST /vendor/payouts": async (world) => {
    await payableShop(world)

    return { body: { currency_code: "ngn", amount: "1000.00" } }
  },
  "GET /vendor/payouts/:id": reading,
  "GET /admin/payouts": reading,
  "GET /admin/payouts/:id": reading,
  "POST /admin/payouts/:id/approve": ofPayout("awaiting_approval", {}),
  "POST /admin/payouts/:id/reject": ofPayout("awaiting_approval", { reason: "Call us first." }),
  "POST /admin/payouts/:id/retry": async (world) => {
    await payableShop(world)

    return { params: await makePayout(world, "failed"), body: {} }
  },
  "POST /admin/payouts/:id/mark": ofPayout("pending", { outcome: "paid" }),
  "GET /admin/payouts/bank-file": () => ({}),
  "POST /admin/payouts/bank-file": async (world) => {
    await payableShop(world)
    const { id } = await makePayout(world, "pending")
    const batch = `pbat_walk${world.serial()}`
    await world.sql(
      `update payout set batch = ?, bank_account_id = account.id
       from vendor_bank_account account where payout.id = ? and account.vendor_id = payout.vendor_id`,
      [batch, id]
    )

    // Others give the shop another account meanwhile.
    return { body: { currency_code: "ngn", batch }, is_passing: true }
  },
  "POST /admin/payouts/deposits/:vendor_id": ofTerms({
    move: "received",
    currency_code: "ngn",
    amount: "50000.00",
    reference: "DEPOSIT-1",
  }),
  "GET /admin/payouts/holds": async (world) => {
    await ofHold(world)

    return {}
  },
  "POST /admin/payouts/holds/:id/release": ofHold,
  "POST /admin/payouts/holds/:id/keep": ofHold,
  "GET /admin/payouts/run": () => ({}),
  "POST /admin/payouts/run": () => ({ body: {} }),
  "GET /admin/payouts/terms/:vendor_id": ofTerms(),
  "POST /admin/payouts/terms/:vendor_id": ofTerms({ risk_level: "standard" }),
}
