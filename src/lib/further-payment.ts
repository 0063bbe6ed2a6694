/** A payment besides the one that a reference was opened for has a name of its own under it; no reference of ours has the stop. */
const FURTHER = "."

/** `id` is the gateway's own number of it, or the bank desk's. */
export const furtherReference = (reference: string, id: string): string => `${reference}${FURTHER}${id}`

/** The reference that it was paid under, which is what a gateway names, and its number; null for the payment itself. */
export function partsOfReference(reference: string): { own: string; further_id: string | null } {
  const [own = reference, id] = reference.split(FURTHER)

  return { own, further_id: id || null }
}
