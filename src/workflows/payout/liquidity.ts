import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sayAmount } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import { sentOf } from "../../modules/payout/domain/fee"
import { Liquidity } from "../../modules/payout/domain/liquidity"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { notifyStaff } from "../notify-staff"

/** `untold`: the rail does not say what it holds, though it can, or is no longer there to be asked. */
type Room = { do: "fits" | "short" } | { do: "untold"; why: string }

/** What a rail holds, or why it does not tell. */
type Told = Liquidity | { why: string }

type Source = Pick<PayoutRecord, "rail" | "currency_code">

/** What the rails have left during one run: each is asked once, before its first payout. */
export class RunLiquidity {
  private readonly sources = new Map<string, { source: Source; left: Promise<Told> }>()

  constructor(private readonly container: MedusaContainer) {}

  /** Whether a payout fits. */
  async take(payout: PayoutRecord): Promise<Room> {
    const left = await this.of(payout)
    if (!(left instanceof Liquidity)) {
      return { do: "untold", why: left.why }
    }

    return { do: left.take(sentOf(payout)) ? "fits" : "short" }
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
      if (found instanceof Liquidity) {
        const { short_minor, waiting_count } = found
        const shortfall = await payouts.saveShortfall({ ...source, short_minor, waiting_count }, now)
        if (shortfall) {
          const amount = sayAmount(short_minor, source.currency_code)
          await notifyStaff(this.container, {
            key: `payout-shortfall:${source.rail}:${source.currency_code}:${shortfall.since.toISOString()}`,
            title: "Payouts wait for money",
            description: `The balance at ${source.rail} lacks ${amount} for ${waiting_count} payouts. Top it up.`,
          })
        }
      }
    }
  }

  private of(source: Source): Promise<Told> {
    return this.add(source, () => this.ask(source))
  }

  private add(source: Source, ask: () => Promise<Told>): Promise<Told> {
    const key = `${source.rail}:${source.currency_code}`
    const { rail, currency_code } = source
    const known = this.sources.get(key) ?? { source: { rail, currency_code }, left: ask() }
    this.sources.set(key, known)

    return known.left
  }

  private async ask({ rail, currency_code }: Source): Promise<Told> {
    const payouts = this.container.resolve<PayoutModuleService>(PAYOUT_MODULE)
    if (!payouts.isSetUp(rail)) {
      return { why: "the rail is not set up on this server." }
    }
    try {
      return new Liquidity(await payouts.balanceAt(rail, currency_code))
    } catch (error) {
      // Whatever it is: the payouts by other rails go.
      const why = `it does not tell what it holds: ${error instanceof Error ? error.message : String(error)}`
      this.container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Payouts by ${rail} wait, because ${why}`)

      return { why }
    }
  }
}
