export type Tracking = { number: string; url?: string; carrier?: string }

/** Tracking as core's labels hold it. */
export const toLabels = (tracking: Tracking[]) =>
  tracking.map(({ number, url }) => ({ tracking_number: number, tracking_url: url ?? "", label_url: "" }))

const KEY = "carriers"

/** Core's labels have no carrier, so it is kept on the fulfilment, by tracking number. */
export function carriersOf(
  tracking: Tracking[],
  before: Record<string, unknown> | null = null
): Record<string, unknown> {
  const named = tracking.flatMap(({ number, carrier }) => (carrier ? [[number, carrier] as const] : []))

  return { ...before, [KEY]: { ...knownCarriers(before), ...Object.fromEntries(named) } }
}

export function knownCarriers(metadata: Record<string, unknown> | null): Record<string, string> {
  const carriers = metadata?.[KEY]

  return carriers && typeof carriers === "object" ? { ...(carriers as Record<string, string>) } : {}
}
