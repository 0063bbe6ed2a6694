import type { World } from "../world"
import type { Recipes } from "./recipe"

/** A difference that waits for a person. */
async function openLine(world: World) {
  const id = `rlin_walk${String(world.serial()).padStart(22, "0")}`
  await world.sql(
    `insert into reconciliation_run (id, state, since) values ('rrun_walk', 'done', now()) on conflict do nothing`
  )
  await world.sql(
    `insert into reconciliation_line (id, key, area, cause, state, first_run_id, last_run_id)
     values (?, ?, 'balances', 'balance_below_books', 'open', 'rrun_walk', 'rrun_walk')`,
    [id, id]
  )

  return { id }
}

export const reconciliationRecipes: Recipes = {
  "GET /admin/operations": () => ({}),
  "GET /admin/reconciliation": () => ({}),
  "GET /admin/reconciliation/lines": () => ({}),
  "POST /admin/reconciliation/run": () => ({ body: {} }),
  "POST /admin/reconciliation/lines/:id/done": async (world) => ({
    params: await openLine(world),
    body: { note: "Booked by hand." },
  }),
}
