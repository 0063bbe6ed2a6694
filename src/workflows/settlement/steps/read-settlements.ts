import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { endShares } from "../../split/end-shares"
import { syncSubaccounts } from "../../split/sync-subaccounts"
import { readSettlements } from "../read-settlements"

/** What vendors were paid by gateways themselves is known once the settlements are. */
async function readAll(container: MedusaContainer, now: Date) {
  const read = await readSettlements(container, now)
  const { ended, failures } = await endShares(container, now)
  const synced = await syncSubaccounts(container, now)

  return { ...read, shares: ended, subaccounts: synced, failures: [...read.failures, ...failures] }
}

/** Cannot be taken back: what a gateway has paid is paid. Run twice, it books nothing twice. */
export const readSettlementsStep = createStep(
  "read-settlements",
  async (_: Record<string, never>, { container }) => new StepResponse(await readAll(container, new Date()))
)
