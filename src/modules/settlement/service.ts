import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type {
  GatewayBalance,
  GatewaySettlement as GatewaySettlementDTO,
  GatewayTopUp,
} from "../../lib/gateway-settlement"
import { sumMinor } from "../../lib/money"
import { explainSettlement, type MatchedItem } from "./domain/explain"
import { GatewaySettlement } from "./models/gateway-settlement"
import * as rows from "./rows"
import type { HeldBalance, OddSettlement, SettlementBooks, SettlementItem } from "./types"

/** Keeps what gateways paid out and hold. */
class SettlementModuleService extends MedusaService({ GatewaySettlement }) {
  /** Whether a settlement is in the books already, and need not be read again. */
  @InjectTransactionManager()
  async isBooked(
    gateway: string,
    gatewaySettlementId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const known = await rows.lockSettlement(sharedContext, gateway, gatewaySettlementId)

    return known?.is_booked ?? false
  }

  /**
   * Writes what a gateway says of a settlement and, once it is final, books it: row, items and entry together. False when it
   * is booked already, or is not to be booked yet.
   */
  @InjectTransactionManager()
  async recordSettlement(
    of: { gateway: string; settlement: GatewaySettlementDTO; items: MatchedItem[] },
    books: SettlementBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const { gateway, settlement, items } = of
    const saved = await rows.saveSettlement(sharedContext, gateway, settlement)
    if (!saved) {
      return false
    }
    await rows.replaceItems(sharedContext, { settlement_id: saved.id, gateway }, items)
    if (!settlement.is_final) {
      return false
    }
    const { currency_code, settled_at } = settlement
    const due = await this.dueBack({ id: saved.id, gateway, currency_code, settled_at }, books, sharedContext)
    const split_minor = sumMinor(items.map((item) => item.split_minor ?? 0n))
    const explained = explainSettlement(settlement, due, split_minor)
    // What a settlement of less than nothing means, a person has to find out. What it took back is taken all the same.
    const isBookable = settlement.net_minor >= 0n
    await rows.saveExplained(sharedContext, saved.id, explained, isBookable ? new Date() : null)
    if (isBookable) {
      await books.settle({ ...settlement, ...explained, gateway, occurred_at: settled_at }, sharedContext)
    }

    return isBookable
  }

  /**
   * Explains anew what was booked with something missing: that a refund was made may have been known only after the settlement that
   * it was taken out of. The books stay as they are, since what nobody can explain lies where it was collected.
   */
  @InjectTransactionManager()
  async explainLate(
    { gateway, since }: { gateway: string; since: Date },
    books: Pick<SettlementBooks, "takenBack">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    for (const { refund_minor, unexplained_minor, ...of } of await rows.lockUnexplained(
      sharedContext,
      gateway,
      since
    )) {
      const left = (await this.dueBack(of, books, sharedContext)) - refund_minor
      const more = left < unexplained_minor ? left : unexplained_minor
      if (more > 0n) {
        await rows.explainMore(sharedContext, of.id, more)
      }
    }
  }

  /**
   * What went back to buyers and no other settlement has paid for. Settlements are explained out of their order, and again:
   * a later one takes nothing from what was due before it, and what it has taken is not given to an earlier one as well.
   */
  private async dueBack(
    { id, gateway, currency_code, settled_at }: rows.OfSettlement,
    books: Pick<SettlementBooks, "takenBack">,
    context: Context
  ): Promise<bigint> {
    const due: bigint[] = []
    for (const { at, taken_minor } of await rows.takenByOthers(context, {
      id,
      gateway,
      currency_code,
      settled_at,
    })) {
      due.push((await books.takenBack({ gateway, currency_code, before: at }, context)) - taken_minor)
    }

    return due.reduce((least, next) => (next < least ? next : least))
  }

  /** Writes a top-up and books it; false for one that is known. */
  @InjectTransactionManager()
  async recordTopUp(
    gateway: string,
    topUp: GatewayTopUp,
    books: SettlementBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const isNew = await rows.insertTopUp(sharedContext, gateway, topUp)
    if (isNew) {
      await books.topUp({ ...topUp, gateway }, sharedContext)
    }

    return isNew
  }

  @InjectManager()
  async recordBalances(
    gateway: string,
    balances: GatewayBalance[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await rows.saveBalances(sharedContext, gateway, balances, new Date())
  }

  /** What each gateway last said that it holds. */
  @InjectManager()
  async heldBalances(@MedusaContext() sharedContext: Context = {}): Promise<HeldBalance[]> {
    return rows.listBalances(sharedContext)
  }

  /** Up to when a list of a gateway's was read; null when it never was. */
  @InjectManager()
  async readUntil(
    gateway: string,
    name: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Date | null> {
    return rows.readUntil(sharedContext, gateway, name)
  }

  @InjectManager()
  async markReadUntil(
    of: { gateway: string; name: string; at: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await rows.saveReadUntil(sharedContext, of.gateway, of.name, of.at)
  }

  /** What settlements say of payments, by our references. */
  @InjectManager()
  async itemsOf(
    references: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SettlementItem[]> {
    return rows.listItems(sharedContext, { references })
  }

  /** Payments in settlements that brought something else than was expected, or are none of ours. */
  @InjectManager()
  async oddItems(
    since: Date,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SettlementItem[]> {
    return rows.listItems(sharedContext, { odd_since: since, limit })
  }

  /** Final settlements of which something is unexplained, or that could not be booked. */
  @InjectManager()
  async oddSettlements(
    since: Date,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OddSettlement[]> {
    return rows.listOdd(sharedContext, since, limit)
  }
}

export default SettlementModuleService
