import type { AbstractGateway } from "../../lib/gateway"

/** The name that the adapter's class gives itself. */
const identifierOf = (adapter: AbstractGateway): string =>
  (adapter.constructor as typeof AbstractGateway).identifier

/** The name of the gateway behind a payment provider of Medusa's; null when it is none of these. */
export function adapterOfProvider(
  adapters: ReadonlyMap<string, AbstractGateway>,
  providerId: string
): string | null {
  const provider = providerId.replace(/^pp_/, "")
  const names = [...adapters].map(([id, adapter]) => ({ id, identifier: identifierOf(adapter) }))
  const own = names.find(({ id, identifier }) => provider === `${identifier}_${id}`)
  const alike = names.find(({ identifier }) => provider.split("_")[0] === identifier)

  return (own ?? alike)?.id ?? null
}
