import { GatewayRefusedError, GatewayUnavailableError, type RefundAttempt } from "../../lib/gateway"
import { type RefundAccountState, stateAfterLookup } from "./domain/refund-account"
import { moveAccount, openAccounts } from "./refund-account-rows"
import type { RefundFlow } from "./refund-flow"
import { findAttempt } from "./refund-rows"
import type { FlowTools, RefundAccount } from "./types"

/** Tells a gateway of the account that a refund goes to, once: its row says so before the gateway hears of it. */
export class RefundAccountFlow {
  constructor(
    private readonly tools: FlowTools,
    private readonly refunds: RefundFlow
  ) {}

  /** @returns where the account stands then; null when somebody else has it, or nobody asks for it any more */
  async send(account: RefundAccount, account_number: string): Promise<RefundAccountState | null> {
    const refund = await this.refundOf(account)
    const adapter = this.tools.adapter_of(refund.gateway)
    if (refund.state !== "needs_attention" || !refund.gateway_refund_id || adapter.is_refunded_by_hand) {
      return null
    }
    const claimed = await this.move(account.id, "sending", { posted_at: new Date() })
    if (!claimed) {
      return null
    }
    if (!adapter.sendRefundAccount) {
      return this.refuse(account.id, "The gateway takes no account of a buyer's.")
    }
    const { gateway_refund_id } = refund
    const { bank_code, currency_code } = account
    try {
      const answer = await adapter.sendRefundAccount({
        gateway_refund_id,
        currency_code,
        bank_code,
        account_number,
      })
      await this.move(account.id, "sent")
      await this.refunds.hear(refund, answer)
      return "sent"
    } catch (error) {
      return this.fail(account.id, error)
    }
  }

  /** Asks the gateway where the refund stands, which tells what became of the account. Posts nothing. */
  async lookUp(account: RefundAccount): Promise<RefundAccountState> {
    const refund = await this.refunds.lookUp(await this.refundOf(account))
    const { settle_seconds } = this.tools.settings
    const posted_at = account.posted_at ?? new Date()
    const to = stateAfterLookup({ ...account, posted_at }, refund.state, { now: new Date(), settle_seconds })
    if (to !== account.state) {
      await this.move(account.id, to)
    }

    return to
  }

  /** Accounts that these gateways have still to be told of, or may have been, untouched for as long as a call may take. */
  takeOpen(gateways: string[], limit: number): Promise<RefundAccount[]> {
    const before = new Date(Date.now() - this.tools.settings.in_flight_seconds * 1000)

    return this.tools.in_transaction((context) => openAccounts(context, { before, gateways, limit }))
  }

  private async fail(id: string, error: unknown): Promise<RefundAccountState> {
    if (error instanceof GatewayRefusedError) {
      return this.refuse(id, error.message)
    }
    if (!(error instanceof GatewayUnavailableError)) {
      throw error
    }
    const to = error.effect === "none" ? "ready" : "unknown"
    await this.move(id, to)

    return to
  }

  private async refuse(id: string, why: string): Promise<RefundAccountState> {
    // What a gateway says may repeat the number.
    await this.move(id, "refused", { last_error: why.replace(/\d{5,}/g, "…").slice(0, 500) })

    return "refused"
  }

  private async refundOf({ refund_id }: RefundAccount): Promise<RefundAttempt> {
    const refund = await this.tools.in_transaction((context) => findAttempt(context, refund_id))
    if (!refund) {
      throw new RangeError(`Refund ${refund_id} does not exist`)
    }

    return refund
  }

  private move(id: string, to: RefundAccountState, change: Parameters<typeof moveAccount>[2] = {}) {
    return this.tools.in_transaction((context) => moveAccount(context, { id, to }, change))
  }
}
