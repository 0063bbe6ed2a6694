import type { Context } from "@medusajs/framework/types"
import { divideRelease, NO_RESERVE, type ReleaseAmounts, reserveUntil } from "./domain/release"
import type { ReserveRule } from "./domain/terms"
import * as rows from "./release-rows"
import type { HeldOrder, ReleaseBooks, ReserveDue } from "./types"

type InTransaction = <T>(work: (context: Context) => Promise<T>) => Promise<T>

/** Releases what the books hold for vendor orders, each step once, whoever runs. */
export class ReleaseFlow {
  constructor(private readonly inTransaction: InTransaction) {}

  /** False when another run was first. */
  releaseOrder(order: HeldOrder, rule: ReserveRule, books: ReleaseBooks): Promise<boolean> {
    return this.inTransaction(async (context) => {
      if (!(await rows.insertRelease(context, order))) {
        return false
      }
      await this.post(context, { order, rule, number: 1 }, books)

      return true
    })
  }

  /**
   * Moves what has become pending since the release, or is missing there: a refund after it left the vendor with more to be
   * paid than is right. The reserve stays until its day.
   */
  correctOrder(order: HeldOrder, books: ReleaseBooks): Promise<boolean> {
    return this.inTransaction(async (context) => {
      const last = await rows.lockRelease(context, order.vendor_order_id)
      if (last === null) {
        return false
      }

      return this.post(context, { order, rule: NO_RESERVE, number: last + 1 }, books)
    })
  }

  /** False when another run was first. */
  releaseReserve(due: ReserveDue, books: ReleaseBooks): Promise<boolean> {
    return this.inTransaction(async (context) => {
      const now = new Date()
      const isFirst = await rows.endReserve(context, due.vendor_order_id, now)
      if (isFirst) {
        await books.releaseReserve(due, now, context)
      }

      return isFirst
    })
  }

  private async post(
    context: Context,
    { order, rule, number }: { order: HeldOrder; rule: ReserveRule; number: number },
    books: ReleaseBooks
  ): Promise<boolean> {
    const now = new Date()
    const cash_minor = await books.cashOf(order, context)
    const amounts: ReleaseAmounts = divideRelease((await books.pendingOf(order, context)) - cash_minor, rule)
    if (amounts.available_minor === 0n && amounts.reserved_minor === 0n && cash_minor === 0n) {
      return false
    }
    await books.release({ ...order, ...amounts, cash_minor, number, occurred_at: now }, context)
    await rows.saveRelease(context, order.vendor_order_id, {
      ...amounts,
      number,
      reserve_until: amounts.reserved_minor > 0n ? reserveUntil(now, rule) : null,
    })

    return true
  }
}
