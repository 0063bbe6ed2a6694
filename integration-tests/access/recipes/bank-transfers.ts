import type { World } from "../world"
import type { Recipes } from "./recipe"

const idOf = (world: World, prefix: string) => `${prefix}_walk${String(world.serial()).padStart(22, "0")}`

/** A line of the bank's statement of which nobody knows what it is for, and a payment that waits for one. */
async function unmatchedTransfer(world: World) {
  const id = idOf(world, "btr")
  const reference = `mkt-walk-${world.serial()}`
  await world.sql(
    `insert into bank_transfer (id, bank_reference, narration, amount_minor, currency_code, received_at, recorded_by)
     values (?, ?, '', 100000, 'ngn', now(), 'user_walk')`,
    [id, id]
  )
  await world.sql(
    `insert into gateway_transaction
       (id, gateway, reference, session_id, amount_minor, currency_code, email, state, settled_at, outcome)
     values (?, 'bank', ?, ?, 100000, 'ngn', 'walk@example.com', 'open', now(), 'not_paid')`,
    [idOf(world, "gtx"), reference, `payses_${reference}`]
  )

  return { id, reference }
}

async function waitingRefund(world: World) {
  const id = idOf(world, "bref")
  await world.sql(
    `insert into bank_refund (id, key, reference, amount_minor, currency_code) values (?, ?, 'mkt-walk', 100000, 'ngn')`,
    [id, id]
  )

  return { id }
}

export const bankTransferRecipes: Recipes = {
  "GET /admin/bank-transfers": async (world) => {
    await unmatchedTransfer(world)

    return {}
  },
  "POST /admin/bank-transfers": (world) => ({
    body: {
      bank_reference: `FT-${world.serial()}`,
      amount: "1000",
      currency_code: "ngn",
      received_at: "2026-11-01T09:00:00Z",
    },
  }),
  "POST /admin/bank-transfers/:id/match": async (world) => {
    const { id, reference } = await unmatchedTransfer(world)

    return { params: { id }, body: { reference } }
  },
  "POST /admin/bank-transfers/:id/return": async (world) => ({
    params: { id: (await unmatchedTransfer(world)).id },
    body: { reason: "Nobody knows the payer." },
  }),
  "GET /admin/bank-transfers/refunds": async (world) => {
    await waitingRefund(world)

    return {}
  },
  "POST /admin/bank-transfers/refunds/:id/mark": async (world) => ({
    params: await waitingRefund(world),
    body: { outcome: "made", note: "FT-1" },
  }),
}
