import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import type { AccountType } from "../../src/modules/ledger/domain/account"
import type LedgerModuleService from "../../src/modules/ledger/service"

/** What a test asks the ledger; whatever it asks, the books have to balance. */
export class Books {
  constructor(private readonly container: MedusaContainer) {}

  private get ledger(): LedgerModuleService {
    return this.container.resolve<LedgerModuleService>(LEDGER_MODULE)
  }

  /** Kinds of all entries, sorted: `["receipt", "sale"]`. */
  async kinds(): Promise<string[]> {
    const entries = await this.ledger.listLedgerEntries({}, { select: ["kind"], take: 1000 })
    for (const { currency_code, difference_minor } of await this.ledger.trialBalance()) {
      expect([currency_code, difference_minor]).toEqual([currency_code, 0n])
    }

    return entries.map(({ kind }) => kind).toSorted()
  }

  /** Sum over all accounts of a type, of one owner where it is named, in kobo unless told otherwise. */
  async balance(type: AccountType, owner?: string, currency_code = "ngn"): Promise<bigint> {
    const accounts = await this.ledger.balances({ type, owner, currency_code })

    return accounts.reduce((sum, { balance_minor }) => sum + balance_minor, 0n)
  }
}
