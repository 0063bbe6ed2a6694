import type { AccountKind } from "../../lib/mobile-money"
import type { AbstractPayoutRail, AccountHolder, AccountPlace } from "../../lib/payout-rail"
import type { PayoutRails } from "./types"

/** The configured rails, in their order. */
export class RailDesk {
  constructor(private readonly rails: PayoutRails) {}

  /** The first that pays in the currency to accounts of that kind; null when none does. */
  railFor(currencyCode: string, kind: AccountKind): string | null {
    return this.names((rail) => rail.supports(currencyCode, kind))[0] ?? null
  }

  names(pick: (rail: AbstractPayoutRail) => boolean): string[] {
    return [...this.rails].filter(([, rail]) => pick(rail)).map(([name]) => name)
  }

  isManual(rail: string): boolean {
    return this.rails.get(rail)?.is_manual ?? false
  }

  /** Payouts of a rail that was taken out of the configuration may be there still. */
  has(name: string): boolean {
    return this.rails.has(name)
  }

  sendsMany(name: string, currencyCode: string): boolean {
    return this.rails.get(name)?.sendsMany?.(currencyCode) ?? false
  }

  of(name: string): AbstractPayoutRail {
    const rail = this.rails.get(name)
    if (!rail) {
      throw new RangeError(`No payout rail is configured as "${name}"`)
    }

    return rail
  }

  /** Null where the rail cannot be asked, and then takes what it is given. @throws GatewayUnavailableError */
  async balanceAt(name: string, currencyCode: string): Promise<bigint | null> {
    const rail = this.of(name)

    return rail.balanceOf ? ((await rail.balanceOf(currencyCode)) ?? 0n) : null
  }

  /** By the word of the rail that would pay to the account. @throws GatewayUnavailableError */
  async holderOf(account: AccountPlace): Promise<AccountHolder> {
    const name = this.railFor(account.currency_code, account.kind)
    const rail = name === null ? null : this.of(name)

    return rail?.holderOf ? rail.holderOf(account) : { state: "cannot_be_asked" }
  }
}
