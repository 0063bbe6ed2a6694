import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readSettlements } from "../read-settlements"

/** Cannot be taken back: what a gateway has paid is paid. Run twice, it books nothing twice. */
export const readSettlementsStep = createStep(
  "read-settlements",
  async (_: Record<string, never>, { container }) =>
    new StepResponse(await readSettlements(container, new Date()))
)
