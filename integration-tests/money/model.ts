/**
 * What the accounts have to come to, worked out anew from what has happened, in plain sums: it knows no entry and no posting, and
 * shares no code with the builders.
 */
export type Frozen = { commission: bigint; tax: bigint; withheld: bigint; item_tax: bigint; discount: bigint }

export const FROZEN = ["commission", "tax", "withheld", "item_tax", "discount"] as const

export type Part = {
  vendor: string
  total: bigint
  frozen: Frozen
  /** Given back so far, of the money and of what was frozen. */
  back: bigint
  backFrozen: Frozen
}

export type Order = {
  id: string
  currency: string
  parts: Part[]
  fee: bigint
  paid: bigint
  isDisputed: boolean
}

export type Given = { amount: bigint; frozen: Frozen }

const NOTHING: Frozen = { commission: 0n, tax: 0n, withheld: 0n, item_tax: 0n, discount: 0n }

export const nothingFrozen = (): Frozen => ({ ...NOTHING })

/** What the vendor has got of so much money, by what was frozen with it. */
export const shareOf = (amount: bigint, { commission, tax, withheld, item_tax, discount }: Frozen) =>
  amount + discount - commission - tax + withheld - item_tax

/** What a case holds of it: it hands nothing out. */
export const heldShareOf = ({ amount, frozen }: Given) => {
  const net = shareOf(amount, frozen)

  return net > 0n ? net : 0n
}

export class Model {
  readonly orders: Order[] = []
  readonly balances = new Map<string, bigint>()

  /** Adds to an account, by the name that it has in the books. */
  move(name: string, amount: bigint): void {
    this.balances.set(name, (this.balances.get(name) ?? 0n) + amount)
  }

  balance(name: string): bigint {
    return this.balances.get(name) ?? 0n
  }

  sell(order: Order): void {
    const { currency, parts, fee, paid } = order
    this.orders.push(order)
    this.move(`gateway_clearing:paystack:${currency}`, paid - fee)
    this.move(`gateway_fees:paystack:${currency}`, fee)
    for (const { vendor, total, frozen } of parts) {
      this.takePlatform(currency, frozen, -1n)
      this.move(`vendor_pending:${vendor}:${currency}`, -shareOf(total, frozen))
    }
  }

  /** The platform's side of what was frozen; `sign` -1 when it is sold, 1 when it is taken back. */
  takePlatform(currency: string, frozen: Frozen, sign: bigint): void {
    const { commission, tax, withheld, item_tax, discount } = frozen
    this.move(`commission:${currency}`, sign * commission)
    this.move(`commission_tax:${currency}`, sign * tax)
    this.move(`withholding:${currency}`, -sign * withheld)
    this.move(`item_tax:${currency}`, sign * item_tax)
    this.move(`promotion_expense:${currency}`, -sign * discount)
  }

  /** What of the frozen amounts falls on the next so much of a part: due by then, less what went back. */
  stepOf(part: Part, amount: bigint): Frozen {
    const given = part.back + amount
    const step = nothingFrozen()
    for (const name of FROZEN) {
      const due = part.total === 0n ? 0n : (part.frozen[name] * given) / part.total
      step[name] = due > part.backFrozen[name] ? due - part.backFrozen[name] : 0n
    }

    return step
  }

  /** The same where it is for goods of its own: what was frozen on them, and with the last of the money all that is left. */
  stepOfGoods(part: Part, { amount, frozen }: Given): Frozen {
    if (part.back + amount === part.total) {
      return this.stepOf(part, amount)
    }
    const step = nothingFrozen()
    for (const name of FROZEN) {
      const left = part.frozen[name] - part.backFrozen[name]
      step[name] = frozen[name] < left ? frozen[name] : left
    }

    return step
  }

  note(part: Part, { amount, frozen }: Given, sign = 1n): void {
    part.back += sign * amount
    for (const name of FROZEN) {
      part.backFrozen[name] += sign * frozen[name]
    }
  }
}
