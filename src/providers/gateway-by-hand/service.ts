import type { BankDesk, BankRefundState, BankRefundTask } from "../../lib/bank-desk"
import {
  AbstractGateway,
  type FindRefundInput,
  type GatewayEvent,
  type GatewayRefund,
  type RefundInput,
  type RefundState,
} from "../../lib/gateway"

const STATES: Record<BankRefundState, RefundState> = {
  waiting: "needs_attention",
  made: "processed",
  failed: "failed",
}

/** What people of the platform give back: a refund is a task of theirs, and they say how it ended. */
export abstract class GatewayByHand extends AbstractGateway {
  override readonly is_refunded_by_hand = true

  constructor(private readonly cradle: { bank_transfer: BankDesk }) {
    super()
  }

  /** Resolved at call time: its module may be built after this one. */
  protected get desk(): BankDesk {
    return this.cradle.bank_transfer
  }

  async refund({ key, reference, amount_minor, currency_code }: RefundInput): Promise<GatewayRefund> {
    return toRefund(await this.desk.askRefund({ key, reference, amount_minor, currency_code }))
  }

  async findRefund({ key }: FindRefundInput): Promise<GatewayRefund | null> {
    const found = await this.desk.findRefund(key)

    return found && toRefund(found)
  }

  /** Nobody sends any: what claims to be one is forged. */
  readWebhook(): GatewayEvent | null {
    return null
  }
}

const toRefund = ({ id, amount_minor, state }: BankRefundTask): GatewayRefund => ({
  gateway_refund_id: id,
  amount_minor,
  state: STATES[state],
})
