import { type Cradle, HostedPaymentProvider } from "../payment-hosted/service"
import { parseOptions } from "./options"

/** Flutterwave as Medusa's payment provider. */
export class FlutterwavePaymentProvider extends HostedPaymentProvider {
  static override identifier = "flutterwave"

  protected override readonly label = "Flutterwave"

  static override validateOptions(options: Record<string, unknown>): void {
    parseOptions(options)
  }

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    super(cradle, parseOptions(options))
  }
}
