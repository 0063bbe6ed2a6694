import {
  createKeptRun,
  createWaitingRun,
  PASSING,
  runOnce,
  WAITING,
  WAITING_STEP,
} from "../records/workflow-run"
import type { World } from "../world"
import type { Recipes } from "./recipe"

async function stepOf(world: World) {
  const { transaction_id } = await createWaitingRun(world)

  return {
    is_passing: true as const,
    params: { workflow_id: WAITING },
    body: { transaction_id, step_id: WAITING_STEP },
  }
}

export const adminRunRecipes: Recipes = {
  "GET /admin/workflows-executions": () => ({}),
  "GET /admin/workflows-executions/:id": async (world) => ({
    params: { id: (await createKeptRun(world)).id },
  }),
  "GET /admin/workflows-executions/:workflow_id/:transaction_id": async (world) => ({
    params: await createKeptRun(world),
  }),
  "POST /admin/workflows-executions/:workflow_id/run": (world) => ({
    params: { workflow_id: PASSING },
    body: { transaction_id: `walk-${world.serial()}` },
  }),
  "POST /admin/workflows-executions/:workflow_id/steps/success": stepOf,
  "POST /admin/workflows-executions/:workflow_id/steps/failure": stepOf,
  "GET /admin/workflows-executions/:workflow_id/subscribe": (world) => ({
    params: { workflow_id: PASSING },
    meanwhile: () => runOnce(world),
  }),
  "GET /admin/workflows-executions/:workflow_id/:transaction_id/subscribe": (world) => {
    const transaction_id = `walk-${world.serial()}`

    return {
      params: { workflow_id: PASSING, transaction_id },
      meanwhile: () => runOnce(world, transaction_id),
    }
  },
}
