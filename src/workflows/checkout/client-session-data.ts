import { CLIENT_DATA_KEYS } from "../../providers/payment-hosted/session-data"

type Data = Record<string, unknown>

/** What of a client's session data may be stored. Data for providers that are not ours is theirs to judge, as in core. */
export function clientSessionData(gateway: string | null, data: Data = {}): Data {
  if (!gateway) {
    return data
  }

  return Object.fromEntries(Object.entries(data).filter(([name]) => CLIENT_DATA_KEYS.includes(name)))
}
