import { parseOptions } from "../gateway-paystack/options"
import { type Cradle, HostedPaymentProvider } from "../payment-hosted/service"
import { PaystackPaymentOptions } from "./options"

/** Paystack as Medusa's payment provider. */
export class PaystackPaymentProvider extends HostedPaymentProvider {
  static override identifier = "paystack"

  protected override readonly label = "Paystack"

  static override validateOptions(options: Record<string, unknown>): void {
    parseOptions(PaystackPaymentOptions, options)
  }

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    super(cradle, parseOptions(PaystackPaymentOptions, options))
  }
}
