import type { Steps } from "../../../scripts/lib/steps"
import type { Sizes } from "../flags"
import type { BenchMarket } from "../market"
import type { Storefront } from "../storefront"

export type Storefronts = { few: Storefront; many: Storefront; stock: Storefront }

export type Context = {
  steps: Steps
  sizes: Sizes
  market: BenchMarket
  /** Merkato with few and with many vendors, and stock Medusa. */
  shops: Partial<Storefronts>
}

export function shopOf({ shops }: Context, name: keyof Storefronts): Storefront {
  const shop = shops[name]
  if (!shop) {
    throw new RangeError(`The server ${name} was not started for this scenario`)
  }

  return shop
}
