import type { Logger } from "@medusajs/framework/types"
import { GatewayClient, type ReadAnswer } from "../../lib/gateway-client"
import type { FlutterwaveOptions } from "./options"
import { Envelope, parseJson } from "./schemas"

/** Flutterwave's API. */
export class FlutterwaveClient extends GatewayClient {
  constructor(options: FlutterwaveOptions, logger?: Pick<Logger, "info">) {
    super({ gateway: "Flutterwave", read: readEnvelope }, options, logger)
  }
}

/** Its errors have a sentence, but no code. */
function readEnvelope(text: string): ReadAnswer | null {
  try {
    const { status, message, data } = Envelope.parse(parseJson(text))

    return { is_success: status === "success", message: message ?? "", code: null, data }
  } catch {
    return null
  }
}

/** How its lists are read. */
export const LISTS = { gateway: "Flutterwave", most_pages: 200 }
