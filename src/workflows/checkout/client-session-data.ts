import { CLIENT_DATA_KEYS } from "../../providers/payment-paystack/session-data"

type Data = Record<string, unknown>

/** What of a client's session data may be stored. Data for other providers is theirs to judge, as in core. */
export function clientSessionData(providerId: string, data: Data = {}): Data {
  if (!providerId.startsWith("pp_paystack")) {
    return data
  }

  return Object.fromEntries(Object.entries(data).filter(([name]) => CLIENT_DATA_KEYS.includes(name)))
}
