import type { BankOptions } from "../gateway-bank/options"
import { type Cradle, HostedPaymentProvider } from "../payment-hosted/service"
import type { SessionData } from "../payment-hosted/session-data"
import { parseOptions } from "./options"

/** Transfers to the platform's bank account as Medusa's payment provider. */
export class BankPaymentProvider extends HostedPaymentProvider {
  static override identifier = "bank"

  protected override readonly label = "Bank transfer"
  private readonly accounts: BankOptions["accounts"]

  static override validateOptions(options: Record<string, unknown>): void {
    parseOptions(options)
  }

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    const { accounts, ...hosted } = parseOptions(options)
    super(cradle, hosted)
    this.accounts = accounts
  }

  /** The buyer writes the session's reference on the transfer. */
  protected override detailsFor(currencyCode: string): Partial<SessionData> {
    return { pay_to: this.accounts[currencyCode] }
  }
}
