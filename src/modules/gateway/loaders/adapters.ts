import { asValue } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { AbstractGateway } from "../../../lib/gateway"

export const GATEWAY_ADAPTERS = "gatewayAdapters"
export const GATEWAY_SETTINGS = "gatewaySettings"

const Settings = z.object({
  /** How long a call to a gateway may be under way; longer than the adapters' own time-outs. */
  in_flight_seconds: z.number().nonnegative().default(60),
  /** How long after it was posted a refund that the gateway does not list may still appear. */
  settle_seconds: z.number().nonnegative().default(300),
  /** How long after each failure in turn a refund is tried again by itself; after the last of them people are told. */
  retry_hours: z.array(z.number().positive()).max(10).default([1, 6, 24]),
})

export type GatewayAdapters = Map<string, AbstractGateway>

type AdapterClass = {
  new (cradle: Record<string, unknown>, options?: unknown): AbstractGateway
  identifier: string
}

/** Builds one adapter per configured provider, known by the provider's id or else by the adapter's own name. */
export default async function loadAdapters({ container, options }: LoaderOptions): Promise<void> {
  const adapters: GatewayAdapters = new Map()
  container.register({
    [GATEWAY_ADAPTERS]: asValue(adapters),
    [GATEWAY_SETTINGS]: asValue(Settings.parse(options ?? {})),
  })

  await moduleProviderLoader({
    container,
    providers: (options?.providers ?? []) as ModuleProvider[],
    registerServiceFn: async (adapter, _, config) => {
      // The loader types its classes loosely; what it hands over is the class that the provider exports.
      const Adapter = adapter as unknown as AdapterClass
      const name = config.id ?? Adapter.identifier
      if (adapters.has(name)) {
        throw new Error(`Two payment gateways are configured under the name "${name}".`)
      }
      adapters.set(name, new Adapter(container.cradle, config.options))
    },
  })
}
