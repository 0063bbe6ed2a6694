import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { payoutBooks } from "./books"
import { tellStaff } from "./tell-staff"

export type Followed = { checked: number; moved: number; failed: number }

/** Asks the rails about payouts that have not come to an end, or that may have come back. Posts nothing. */
export async function followPayouts(container: MedusaContainer, limit: number): Promise<Followed> {
  const taken = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).takeUnsettled(limit)
  const done: Followed = { checked: taken.length, moved: 0, failed: 0 }
  for (const payout of taken) {
    try {
      done.moved += (await follow(container, payout)) ? 1 : 0
    } catch (error) {
      done.failed += 1
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Payout ${payout.id} will be looked up again: ${reason}`)
    }
  }

  return done
}

/** What an event of a rail leads to: the rail itself is asked. @throws GatewayUnavailableError */
export async function followPayout(container: MedusaContainer, reference: string): Promise<string> {
  const payout = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).findByReference(reference)
  if (!payout) {
    return "ignored"
  }
  await follow(container, payout)

  return "payout_followed"
}

async function follow(container: MedusaContainer, payout: PayoutRecord): Promise<boolean> {
  const settled = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .checkPayout(payout, payoutBooks(container))
  await tellStaff(container, settled)

  return settled.payout.state !== settled.from
}
