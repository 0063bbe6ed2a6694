import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { accountCode } from "../account"
import type { LedgerEntryInput } from "../entry"
import { buildOrderRefund } from "../refund"
import { buildReversal } from "../reversal"
import { buildSale } from "../sale"
import {
  buildReceivableDue,
  buildSplit,
  buildSplitEnd,
  buildSplitOwed,
  buildSplitUnsold,
  owedChange,
} from "../split"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const base = { order_id: "order_1", vendor_id: "ada", currency_code: "ngn", occurred_at }
const PAID = 10_000n
const NET = 9_000n
const share = { ...base, gateway: "paystack", reference: "mkt-1", share_minor: NET }

/** The books as the service keeps them: each key once, and what is owed is a receivable at once. */
class Books {
  readonly entries = new Map<string, LedgerEntryInput>()

  post(entry: LedgerEntryInput): void {
    const known = this.entries.get(entry.idempotency_key)
    if (known && JSON.stringify(known, text) !== JSON.stringify(entry, text)) {
      throw new RangeError(`${entry.idempotency_key} stands for another movement`)
    }
    if (known || !entry.postings.length) {
      return
    }
    this.entries.set(entry.idempotency_key, entry)
    this.cover()
  }

  balance(account: string, ...kinds: string[]): bigint {
    return sumMinor(
      [...this.entries.values()]
        .filter(({ kind }) => !kinds.length || kinds.includes(kind))
        .flatMap(({ postings }) => postings)
        .filter((posting) => accountCode(posting.account) === account)
        .map(({ amount_minor }) => amount_minor)
    )
  }

  private cover(): void {
    if (![...this.entries.values()].some(({ kind }) => kind === "split")) {
      return
    }
    const owed = -this.balance(PENDING, "split_owed")
    const pending = -this.balance(PENDING) - owed
    const amount_minor = owedChange({ pending_minor: pending, owed_minor: owed })
    if (amount_minor !== 0n) {
      const number = [...this.entries.values()].filter(({ kind }) => kind === "split_owed").length + 1
      this.post(buildSplitOwed({ ...base, number, amount_minor }))
    }
  }
}

const text = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value)
const PENDING = "vendor_pending:ada:ngn"
const SPLIT = "vendor_split:ada:ngn"
const RECEIVABLE = "vendor_receivable:ada:ngn"
const CLEARING = "gateway_clearing:paystack:ngn"

const sale = buildSale({
  ...base,
  charged_minor: PAID,
  credit_minor: 0n,
  vendors: [
    { vendor_id: "ada", total_minor: PAID, platform_discount_minor: 0n, commission_minor: PAID - NET },
  ],
})

const refund = (key: string, amount_minor: bigint) =>
  buildOrderRefund({
    ...base,
    gateway: "paystack",
    refund_key: key,
    amount_minor,
    unallocated_minor: 0n,
    vendors: [
      {
        vendor_id: "ada",
        amount_minor,
        commission_minor: 0n,
        commission_tax_minor: 0n,
        withholding_minor: 0n,
        platform_tax_minor: 0n,
        platform_discount_minor: 0n,
      },
    ],
  })

function booksWith(...entries: LedgerEntryInput[]): Books {
  const books = new Books()
  for (const entry of entries) {
    books.post(entry)
  }

  return books
}

describe("the share that a gateway pays to a vendor", () => {
  it("never stands where it could be released, and leaves with what the gateway paid", () => {
    const sold = booksWith(sale, buildSplit(share))
    expect([sold.balance(PENDING), sold.balance(SPLIT)]).toEqual([0n, -NET])

    sold.post(buildSplitEnd({ ...share, paid_minor: NET }))
    expect([sold.balance(PENDING), sold.balance(SPLIT), sold.balance(CLEARING)]).toEqual([0n, 0n, -NET])
  })

  it("becomes money of every sale when the final record lacks it", () => {
    const books = booksWith(sale, buildSplit(share), buildSplitEnd({ ...share, paid_minor: 0n }))

    expect([books.balance(PENDING), books.balance(SPLIT), books.balance(CLEARING)]).toEqual([-NET, 0n, 0n])
  })

  it("ends once: one key stands for both ends", () => {
    const missing = buildSplitEnd({ ...share, paid_minor: 0n })
    const settled = buildSplitEnd({ ...share, paid_minor: NET })
    const books = booksWith(sale, buildSplit(share), missing)

    expect(settled.idempotency_key).toBe(missing.idempotency_key)
    expect(() => books.post(settled)).toThrow("another movement")
    expect(() => buildSplitEnd({ ...share, paid_minor: -1n })).toThrow(RangeError)
  })

  it("leaves what the gateway paid less of to the platform, and what it paid more is owed", () => {
    const less = booksWith(sale, buildSplit(share), buildSplitEnd({ ...share, paid_minor: 8_000n }))
    expect([less.balance(PENDING), less.balance(SPLIT)]).toEqual([-1_000n, 0n])

    const more = booksWith(sale, buildSplit(share), buildSplitEnd({ ...share, paid_minor: 9_500n }))
    expect([more.balance(PENDING), more.balance(SPLIT), more.balance(RECEIVABLE)]).toEqual([0n, 0n, 500n])
  })

  it("is owed as far as it is more than the sale brought the vendor, and the rest is held where it is less", () => {
    const more = booksWith(sale, buildSplit({ ...share, share_minor: 9_400n }))
    expect([more.balance(PENDING), more.balance(RECEIVABLE)]).toEqual([0n, 400n])

    const less = booksWith(sale, buildSplit({ ...share, share_minor: 8_000n }))
    expect([less.balance(PENDING), less.balance(RECEIVABLE)]).toEqual([-1_000n, 0n])
  })

  it("is owed when its payment went back and never became an order's", () => {
    const books = booksWith(
      buildSplitEnd({ ...share, order_id: null, paid_minor: NET }),
      buildSplitUnsold(share)
    )

    expect([books.balance(SPLIT), books.balance(RECEIVABLE), books.balance(CLEARING)]).toEqual([
      0n,
      NET,
      -NET,
    ])
    expect(buildSplitEnd({ ...share, order_id: null, paid_minor: 0n }).postings).toEqual([])
  })

  it("is taken back with the sale, also what was owed of it", () => {
    const split = buildSplit({ ...share, share_minor: 9_400n })
    const books = booksWith(sale, split)
    for (const entry of [sale, split]) {
      books.post(buildReversal({ ...entry, id: entry.idempotency_key }, occurred_at))
    }

    expect([books.balance(PENDING), books.balance(SPLIT), books.balance(RECEIVABLE)]).toEqual([0n, 0n, 0n])
  })
})

describe("a refund of a sale that was split", () => {
  it("takes what is held first, and makes the rest a receivable, which becomes a debt", () => {
    const books = booksWith(sale, buildSplit({ ...share, share_minor: 8_000n }), refund("ref_1", 3_000n))
    expect([books.balance(PENDING), books.balance(RECEIVABLE)]).toEqual([0n, 2_000n])

    books.post(buildReceivableDue({ ...base, number: 1, amount_minor: 2_000n }))
    expect([books.balance(RECEIVABLE), books.balance("vendor_available:ada:ngn")]).toEqual([0n, 2_000n])
  })

  it("is taken from the share itself when that turns out to be missing, before or after", () => {
    const missing = buildSplitEnd({ ...share, paid_minor: 0n })
    const before = booksWith(sale, buildSplit(share), missing, refund("ref_1", 3_000n))
    const after = booksWith(sale, buildSplit(share), refund("ref_1", 3_000n), missing)

    for (const books of [before, after]) {
      expect([books.balance(PENDING), books.balance(RECEIVABLE)]).toEqual([-6_000n, 0n])
    }
  })

  it("is owed no more when it failed after it was taken on", () => {
    const given = refund("ref_1", 3_000n)
    const books = booksWith(sale, buildSplit(share), given)
    books.post(buildReversal({ ...given, id: "lent_1" }, occurred_at))

    expect([books.balance(PENDING), books.balance(RECEIVABLE)]).toEqual([0n, 0n])
  })
})

type Paid = "all" | "none" | "part" | "more"

const PAID_OF: Record<Paid, (frozen: bigint) => bigint> = {
  all: (frozen) => frozen,
  none: () => 0n,
  part: (frozen) => frozen / 2n,
  more: (frozen) => frozen + 100n,
}

/** What happens to one share, beside the books what a child would count. */
class History {
  readonly books: Books
  paid: bigint | null = null
  refunded = 0n
  private readonly given = new Map<number, { entry: LedgerEntryInput; amount: bigint }>()
  private readonly failed = new Set<number>()

  constructor(readonly share_minor: bigint) {
    this.books = booksWith(sale, buildSplit({ ...share, share_minor }))
  }

  /** As the row does: the first end is the only one. */
  end(paid: Paid): void {
    this.paid ??= PAID_OF[paid](this.share_minor)
    this.books.post(buildSplitEnd({ ...share, share_minor: this.share_minor, paid_minor: this.paid }))
  }

  refund(key: number, amount: bigint): void {
    if (!this.given.has(key)) {
      this.given.set(key, { entry: refund(`ref_${key}`, amount), amount })
      this.refunded += amount
    }
    this.books.post(this.given.get(key)!.entry)
  }

  fail(key: number): void {
    const known = this.given.get(key)
    if (!known) {
      return
    }
    this.refunded -= this.failed.has(key) ? 0n : known.amount
    this.failed.add(key)
    this.books.post(buildReversal({ ...known.entry, id: `lent_${key}` }, occurred_at))
  }
}

it("leaves a vendor with its part once, whatever happens in which order and how often", () => {
  const key = fc.integer({ min: 1, max: 4 })
  const step = fc.oneof(
    fc.constantFrom<Paid>("all", "none", "part", "more").map((paid) => (on: History) => on.end(paid)),
    fc.tuple(key, fc.bigInt(1n, 2_500n)).map((of) => (on: History) => on.refund(...of)),
    key.map((of) => (on: History) => on.fail(of))
  )

  fc.assert(
    fc.property(fc.bigInt(1n, 12_000n), fc.array(step, { maxLength: 25 }), (share_minor, steps) => {
      const history = new History(share_minor)
      for (const act of steps) {
        act(history)
        const { books, paid, refunded } = history
        const held = -books.balance(PENDING)
        const owes = books.balance(RECEIVABLE)
        const awaited = -books.balance(SPLIT)

        // All that the vendor has, will have and owes is its part of the sale, less what went back.
        expect(held - owes + awaited + (paid ?? 0n)).toBe(NET - refunded)
        // Nothing is held below zero, nor while something is owed; a share that has ended is awaited no more.
        expect([held < 0n, owes < 0n, held > 0n && owes > 0n]).toEqual([false, false, false])
        expect(awaited).toBe(paid === null ? share_minor : 0n)
        const all = [...books.entries.values()].flatMap(({ postings }) => postings)
        expect(sumMinor(all.map(({ amount_minor }) => amount_minor))).toBe(0n)
      }
    }),
    { numRuns: 100 }
  )
})
