import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { withoutNumber } from "../../lib/payout-rail"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { Sending } from "../../modules/payout/payout-flow"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { payoutBooks } from "./books"
import { destinationOf } from "./destination"
import { tellStaff } from "./tell-staff"

/** What can go in one call. */
export const groupOf = ({ rail, currency_code }: PayoutRecord) => `${rail}:${currency_code}`

/** The groups of which there are enough, on rails that take many at once. */
export function sentTogether(
  container: MedusaContainer,
  payouts: PayoutRecord[],
  from: number | null
): Set<string> {
  const service = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const counts = new Map<string, number>()
  for (const payout of payouts) {
    counts.set(groupOf(payout), (counts.get(groupOf(payout)) ?? 0) + 1)
  }

  return new Set(
    payouts
      .filter(
        (payout) =>
          from !== null &&
          (counts.get(groupOf(payout)) ?? 0) >= from &&
          service.sendsMany(payout.rail, payout.currency_code)
      )
      .map(groupOf)
  )
}

/** Posts a group in one call; how many came to what. */
export async function sendMany(container: MedusaContainer, group: PayoutRecord[]) {
  const { sendings, ...done } = await claimAll(container, group)
  const settled = sendings.length
    ? await container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .sendPayouts(sendings, payoutBooks(container))
    : []
  for (const [index, result] of settled.entries()) {
    if (result === null) {
      done.waiting += 1
    } else if (result instanceof Error) {
      done.failed += 1
      await noteFailure(container, sendings[index]?.payout.id ?? "", result)
    } else {
      done[result.payout.state === "ready" ? "waiting" : "sent"] += 1
      await tellStaff(container, result)
    }
  }

  return done
}

/** Each is claimed for itself, so that of two runs at once each payout is in one call. */
async function claimAll(container: MedusaContainer, group: PayoutRecord[]) {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const claimed = { sendings: [] as Sending[], sent: 0, waiting: 0, failed: 0 }
  for (const ready of group) {
    try {
      // Opened before the claim, as of a payout that goes by itself.
      const destination = await destinationOf(container, ready)
      const payout = await payouts.claimPayout(ready.id)
      if (payout) {
        claimed.sendings.push({ payout, destination })
      } else {
        claimed.waiting += 1
      }
    } catch (error) {
      claimed.failed += 1
      await noteFailure(container, ready.id, error)
    }
  }

  return claimed
}

/** Logs what went wrong, and keeps it with a payout that has not got to its rail. */
export async function noteFailure(container: MedusaContainer, id: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error)
  container.resolve(ContainerRegistrationKeys.LOGGER).error(`Payout ${id} was not sent to its end: ${reason}`)
  await container.resolve<PayoutModuleService>(PAYOUT_MODULE).noteNotSent(id, withoutNumber(reason))
}
