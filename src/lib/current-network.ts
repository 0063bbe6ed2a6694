import { networkOf } from "./ip-network"
import { currentRequest } from "./request-id"

/** The network that the running request comes from, as its trusted proxies say. */
export const currentNetwork = (): string => networkOf(currentRequest()?.ip_address ?? undefined)
