import { asValue } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { AbstractPayoutRail } from "../../../lib/payout-rail"
import type { PayoutRails } from "../types"

export const PAYOUT_RAILS = "payoutRails"
export const PAYOUT_SETTINGS = "payoutSettings"

const PayoutSettings = z.object({
  /** How long a call to a rail may be under way; longer than the adapters' own time-outs. */
  in_flight_seconds: z.number().nonnegative().default(60),
  /** How long after it was posted a transfer that the rail does not know may still appear. */
  settle_seconds: z.number().nonnegative().default(600),
})

export type PayoutSettings = z.infer<typeof PayoutSettings>

type RailClass = {
  new (cradle: Record<string, unknown>, options?: unknown): AbstractPayoutRail
  identifier: string
}

/** Builds one rail per configured provider, in their order: the first that knows a currency pays in it. */
export default async function loadRails({ container, options }: LoaderOptions): Promise<void> {
  const rails: PayoutRails = new Map()
  container.register({
    [PAYOUT_RAILS]: asValue(rails),
    [PAYOUT_SETTINGS]: asValue(PayoutSettings.parse(options ?? {})),
  })

  await moduleProviderLoader({
    container,
    providers: (options?.providers ?? []) as ModuleProvider[],
    registerServiceFn: async (rail, _, config) => {
      // The loader types its classes loosely; what it hands over is the class that the provider exports.
      const Rail = rail as unknown as RailClass
      const name = config.id ?? Rail.identifier
      if (rails.has(name)) {
        throw new Error(`Two payout rails are configured under the name "${name}".`)
      }
      rails.set(name, new Rail(container.cradle, config.options))
    },
  })
}
