import { accountCode } from "../../src/modules/ledger/domain/account"
import type { LedgerEntryInput } from "../../src/modules/ledger/domain/entry"

/** Books in memory that keep the rules of the database's: one entry a key for ever, and nothing is taken out again. */
export class Book {
  private readonly entries = new Map<string, LedgerEntryInput & { id: string }>()
  readonly balances = new Map<string, bigint>()

  /** @throws RangeError when the key stands for another movement */
  post(input: LedgerEntryInput): void {
    const known = this.entries.get(input.idempotency_key)
    if (known) {
      if (linesOf(known) !== linesOf(input)) {
        throw new RangeError(`Entry ${input.idempotency_key} is in the books with other postings`)
      }
      return
    }
    this.entries.set(input.idempotency_key, { ...input, id: input.idempotency_key })
    for (const { account, amount_minor } of input.postings) {
      const code = accountCode(account)
      this.balances.set(code, (this.balances.get(code) ?? 0n) + amount_minor)
    }
  }

  entry(key: string): LedgerEntryInput & { id: string } {
    const found = this.entries.get(key)
    if (!found) {
      throw new RangeError(`There is no entry ${key}`)
    }

    return found
  }

  /** All of them, in the order in which they were posted. */
  all(): LedgerEntryInput[] {
    return [...this.entries.values()]
  }

  balance(account: string): bigint {
    return this.balances.get(account) ?? 0n
  }
}

const linesOf = ({ postings }: LedgerEntryInput) =>
  postings
    .map(({ account, amount_minor }) => `${accountCode(account)} ${amount_minor}`)
    .toSorted()
    .join("\n")
