/** From where a tab asks: the shop it shows, and under whose name. Kept for the tab, so two tabs may show two shops. */
export type Seat = {
  vendor_id: string | null
  /** A member of staff acts for the shop: the token is good for `/vendor` alone, and the cookie stays the person's own. */
  impersonation: { id: string; token: string; shop_name: string; ends_at: string } | null
}

const KEY = "merkato.seat"
const NOBODY: Seat = { vendor_id: null, impersonation: null }

const listeners = new Set<() => void>()
let seat = read()

function read(): Seat {
  try {
    return { ...NOBODY, ...JSON.parse(sessionStorage.getItem(KEY) ?? "{}") }
  } catch {
    // Storage is off, or holds what somebody else has written.
    return NOBODY
  }
}

export const currentSeat = (): Seat => seat

export function takeSeat(change: Partial<Seat>): void {
  seat = { ...seat, ...change }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(seat))
  } catch {
    // Without storage it holds until the page is loaded again.
  }
  for (const listener of listeners) {
    listener()
  }
}

export function onSeatChange(listener: () => void): () => void {
  listeners.add(listener)

  return () => listeners.delete(listener)
}
