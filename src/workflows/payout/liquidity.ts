import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayUnavailableError } from "../../lib/gateway"
import { toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import { sentOf } from "../../modules/payout/domain/fee"
import { Liquidity } from "../../modules/payout/domain/liquidity"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { notifyStaff } from "../notify-staff"

type Source = Pick<PayoutRecord, "rail" | "currency_code">

/** What the rails have left during one run: each is asked once, before its first payout. */
export class RunLiquidity {
  private readonly sources = new Map<string, { source: Source; left: Promise<Liquidity | null> }>()

  constructor(private readonly container: MedusaContainer) {}

  /** Whether a payout fits. One of a rail that does not tell what it holds, though it can, waits like one that does not. */
  async take(payout: PayoutRecord): Promise<boolean> {
    const left = await this.of(payout)

    return left?.take(sentOf(payout)) ?? false
  }

  /** Keeps what is lacking for whoever looks, and tells staff once each time it begins. */
  async report(now: Date): Promise<void> {
    const payouts = this.container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    for (const known of await payouts.listShortfalls()) {
      // Its payouts may be gone: called off, or sent by hand.
      this.add(known, async () => new Liquidity(null))
    }
    for (const { source, left } of this.sources.values()) {
      const found = await left
      if (found) {
        const { short_minor, waiting_count } = found
        const shortfall = await payouts.saveShortfall({ ...source, short_minor, waiting_count }, now)
        if (shortfall) {
          const amount = `${toMajorUnits(short_minor, source.currency_code)} ${source.currency_code.toUpperCase()}`
          await notifyStaff(this.container, {
            key: `payout-shortfall:${source.rail}:${source.currency_code}:${shortfall.since.toISOString()}`,
            title: "Payouts wait for money",
            description: `The balance at ${source.rail} lacks ${amount} for ${waiting_count} payouts. Top it up.`,
          })
        }
      }
    }
  }

  private of(source: Source): Promise<Liquidity | null> {
    return this.add(source, () => this.ask(source))
  }

  private add(source: Source, ask: () => Promise<Liquidity | null>): Promise<Liquidity | null> {
    const key = `${source.rail}:${source.currency_code}`
    const { rail, currency_code } = source
    const known = this.sources.get(key) ?? { source: { rail, currency_code }, left: ask() }
    this.sources.set(key, known)

    return known.left
  }

  private async ask({ rail, currency_code }: Source): Promise<Liquidity | null> {
    try {
      const balance = await this.container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .balanceAt(rail, currency_code)

      return new Liquidity(balance)
    } catch (error) {
      if (!(error instanceof GatewayUnavailableError)) {
        throw error
      }
      this.container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Payouts by ${rail} wait, because it does not tell what it holds: ${error.message}`)

      return null
    }
  }
}
