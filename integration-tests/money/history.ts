import type { Action, ActionOf, Kinds } from "./actions"
import { dispute, endDispute } from "./disputes"
import type { Frozen } from "./model"
import { endPayout, payOut, release, releaseReserve, returnPayout } from "./payouts"
import { failRefund, refund, refundGoods, sell } from "./sales"
import { assert, emptyWorld, type World } from "./world"

type Steps = { [Kind in keyof Kinds]: (world: World, action: ActionOf<Kind>) => boolean }

/** Each step is built and posted by the domain, and worked out by the model on its own. */
const STEPS: Steps = {
  sell,
  refund,
  refund_goods: refundGoods,
  fail_refund: (world, action) => failRefund(world, action.refund),
  release,
  release_reserve: (world, action) => releaseReserve(world, action.reserve),
  pay_out: payOut,
  end_payout: endPayout,
  return_payout: (world, action) => returnPayout(world, action.payout),
  dispute,
  end_dispute: endDispute,
  repeat: (world, action) => repeat(world, action.entry),
}

/** One history: what happened, what was booked, and what should have been. */
export class History {
  private readonly world = emptyWorld()

  /** Whether there was something to do it to. */
  take(action: Action): boolean {
    // Each step takes the action of its own name: the table's type says so, which the compiler cannot follow through the index.
    const step = STEPS[action.do] as (world: World, action: Action) => boolean

    return step(this.world, action)
  }

  /** Accounts in which the books are not what they should be. */
  differences(): { account: string; booked: bigint; expected: bigint }[] {
    const { book, model } = this.world
    const accounts = new Set([...book.balances.keys(), ...model.balances.keys()])

    return [...accounts].flatMap((account) => {
      const [booked, expected] = [book.balance(account), model.balance(account)]

      return booked === expected ? [] : [{ account, booked, expected }]
    })
  }

  assertInvariants(): void {
    const sums = new Map<string, bigint>()
    for (const [account, amount] of this.world.book.balances) {
      const currency = account.split(":").at(-1) ?? ""
      sums.set(currency, (sums.get(currency) ?? 0n) + amount)
    }
    for (const [currency, sum] of sums) {
      assert(sum === 0n, `the books of ${currency} are off by ${sum}`)
    }
    for (const order of this.world.model.orders) {
      for (const part of order.parts) {
        assert(part.back <= part.total, `${order.id} gave back more than was sold`)
        const isWhole = part.back === part.total && part.total > 0n
        const left = Object.entries(part.frozen).filter(
          ([name, amount]) => isWhole && part.backFrozen[name as keyof Frozen] !== amount
        )
        assert(left.length === 0, `${order.id} was given back whole, and of what was frozen ${left} was kept`)
      }
    }
  }
}

/** The same movement once more, as after a crash or from a second worker. */
function repeat(world: World, number: number): boolean {
  const all = world.book.all()
  const again = all[number % all.length]
  if (again) {
    world.book.post(again)
  }

  return again !== undefined
}
