import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dunDebts } from "../dun-debts"

export const dunDebtsStep = createStep(
  "dun-debts",
  async ({ now }: { now?: string }, { container }) =>
    new StepResponse(await dunDebts(container, now ? new Date(now) : new Date()))
)
