import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { notifyStaff } from "../notify-staff"

/** Longer than what mends itself: a limit of the rail's rate, an hour in which it is out of order. */
const TOLD_AFTER_HOURS = 3
const HOUR_MS = 3_600_000

/** What one run could have sent and has not, not counting what waits for a shop or for money. */
export class RunNotTaken {
  private readonly ids: string[] = []
  /** By rail, what keeps all of its payouts. */
  private readonly causes = new Map<string, string>()

  constructor(private readonly container: MedusaContainer) {}

  add({ id, rail }: PayoutRecord, cause?: string): void {
    this.ids.push(id)
    if (cause) {
      this.causes.set(rail, cause)
    }
  }

  /** Tells staff once a day of each rail: nobody else would learn that it takes nothing. */
  async report(now: Date): Promise<void> {
    if (!this.ids.length) {
      return
    }
    const found = await this.container.resolve<PayoutModuleService>(PAYOUT_MODULE).notTaken({
      ids: this.ids,
      ready_before: new Date(now.getTime() - TOLD_AFTER_HOURS * HOUR_MS),
    })
    for (const { rail, count, last_error } of found) {
      const why = this.causes.get(rail) ?? last_error
      await notifyStaff(this.container, {
        key: `payouts-not-taken:${rail}:${now.toISOString().slice(0, 10)}`,
        title: "Payouts do not go out",
        description: `${count} by ${rail} could have been sent for more than ${TOLD_AFTER_HOURS} hours${why ? `: ${why}` : "."}`,
      })
    }
  }
}
