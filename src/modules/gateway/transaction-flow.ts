import type { Context } from "@medusajs/framework/types"
import { ErrorCode, invalidData } from "../../lib/errors"
import {
  GatewayRefusedError,
  type GatewayTransaction,
  GatewayUnavailableError,
  type OpenedTransaction,
  type OpenSessionTransactionInput,
} from "../../lib/gateway"
import { decideOpen } from "./domain/transaction"
import * as rows from "./transaction-rows"
import type { CheckedCharge, FlowTools, OpenClaim } from "./types"
import { patience } from "./wait"

/** Opens and checks transactions. Every row is committed before the gateway hears of it. */
export class TransactionFlow {
  constructor(private readonly tools: FlowTools) {}

  async open(input: OpenSessionTransactionInput): Promise<OpenedTransaction> {
    // An unknown gateway must not leave a row behind.
    this.tools.adapter_of(input.gateway)
    const wait = patience("Another request is opening this payment.")
    for (;;) {
      const claim = await this.tools.in_transaction((context) => this.claim(context, input))
      if (claim.do === "answer") {
        return claim.opened
      }
      if (claim.do === "open") {
        const opened = await this.openAtGateway(claim.transaction, input)
        if (claim.superseded) {
          await this.withdraw(claim.superseded)
        }
        return opened
      }
      await wait()
    }
  }

  async check(known: GatewayTransaction): Promise<CheckedCharge> {
    const charge = await this.tools.adapter_of(known.gateway).verify(known.reference, known.gateway_id)
    const transaction = await this.tools.in_transaction(async (context) => {
      const locked = await rows.lockByReference(context, known.reference)
      const saved = await rows.saveCharge(context, locked ?? known, charge, new Date())
      // An answer that counts another payment than the one we keep knows nothing of what came besides ours.
      for (const further of saved.gateway_id === charge.gateway_id ? (charge.further ?? []) : []) {
        await rows.insertFurther(context, known, further)
      }

      return saved
    })

    return { charge, transaction }
  }

  /**
   * Makes the page of a transaction unpayable where the gateway can. A failure is no obstacle to anything: reconciliation
   * tries again, and money that arrives meanwhile is sent back.
   */
  async withdraw(transaction: GatewayTransaction): Promise<void> {
    const adapter = this.tools.adapter_of(transaction.gateway)
    const isPayable = transaction.paid_minor === null && transaction.withdrawn_at === null
    if (!adapter.withdraw || !transaction.redirect_url || !isPayable) {
      return
    }
    try {
      await adapter.withdraw(transaction.redirect_url)
    } catch (error) {
      if (error instanceof GatewayUnavailableError || error instanceof GatewayRefusedError) {
        return
      }
      throw error
    }
    await this.tools.in_transaction((context) => rows.markWithdrawn(context, transaction.id, new Date()))
  }

  private async claim(context: Context, input: OpenSessionTransactionInput): Promise<OpenClaim> {
    const now = new Date()
    const current = await rows.lockCurrent(context, input.session_id)
    const { page_minutes } = this.tools.adapter_of(input.gateway)
    const { in_flight_seconds } = this.tools.settings
    const decision = decideOpen(current, input, now, { in_flight_seconds, page_minutes })
    if (decision.do === "answer") {
      return { do: "answer", opened: toOpened(decision.transaction) }
    }
    if (decision.do === "wait") {
      return { do: "wait" }
    }
    if (current) {
      await rows.supersede(context, current.id, now)
    }
    const transaction = await rows.insertOpen(context, input)

    return transaction ? { do: "open", transaction, superseded: current } : { do: "wait" }
  }

  private async openAtGateway(
    transaction: GatewayTransaction,
    input: OpenSessionTransactionInput
  ): Promise<OpenedTransaction> {
    const { gateway, session_id: _, ...order } = input
    const save = this.tools.in_transaction
    try {
      const opened = await this.tools.adapter_of(gateway).open({ ...order, reference: transaction.reference })
      await save((context) => rows.saveOpened(context, transaction.id, opened))

      return opened
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        await save((context) => rows.markRefused(context, transaction.id))
        throw invalidData(ErrorCode.PAYMENT_DATA_REFUSED, `The payment could not be opened: ${error.message}`)
      }
      // Superseded at once, so that the buyer's next try does not wait for an answer that is lost.
      await save((context) => rows.supersede(context, transaction.id, new Date()))
      throw error
    }
  }
}

function toOpened(transaction: {
  reference: string
  redirect_url: string
  access_code: string | null
}): OpenedTransaction {
  return {
    reference: transaction.reference,
    redirect_url: transaction.redirect_url,
    access_code: transaction.access_code,
  }
}
