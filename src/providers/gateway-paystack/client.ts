import type { Logger } from "@medusajs/framework/types"
import { GatewayClient, type ReadAnswer } from "../../lib/gateway-client"
import type { PaystackOptions } from "./options"
import { Envelope, parseJson } from "./schemas"

/** Paystack's API. */
export class PaystackClient extends GatewayClient {
  constructor(options: PaystackOptions, logger?: Pick<Logger, "info">) {
    super({ gateway: "Paystack", read: readEnvelope }, options, logger)
  }
}

function readEnvelope(text: string): ReadAnswer | null {
  try {
    const { status, message, code, data } = Envelope.parse(parseJson(text))

    return { is_success: status, message, code: code ?? null, data }
  } catch {
    return null
  }
}

/** How its lists are read. */
export const LISTS = { gateway: "Paystack", most_pages: 100, per_page: 100 }
