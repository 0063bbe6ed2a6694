import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import type {
  AbstractGateway,
  FurtherPayment,
  GatewayEvent,
  GatewayTransaction as GatewayTransactionDTO,
  GatewayTransactions,
  OpenedTransaction,
  OpenSessionTransactionInput,
  RawWebhook,
  RefundAttempt,
  RequestRefundInput,
} from "../../lib/gateway"
import type { GatewayDisputes } from "../../lib/gateway-dispute"
import type { GatewaySettlements } from "../../lib/gateway-settlement"
import type { GatewaySplits } from "../../lib/gateway-split"
import { adapterOfProvider } from "./adapter-of-provider"
import type { RefundAccountState } from "./domain/refund-account"
import { GATEWAY_ADAPTERS, GATEWAY_SETTINGS, type GatewayAdapters } from "./loaders/adapters"
import { RefundAccountFlow } from "./refund-account-flow"
import { RefundFlow } from "./refund-flow"
import { RefundRecordService } from "./refund-record-service"
import * as refundRows from "./refund-rows"
import { RetryFlow } from "./retry-flow"
import { TransactionFlow } from "./transaction-flow"
import * as transactionRows from "./transaction-rows"
import type { CheckedCharge, FlowTools, GatewaySettings, RefundAccount, RefundRun, Retried } from "./types"

const MOST_REFUNDS_PER_TRANSACTION = 100

/**
 * Keeps every transaction and refund that was ever asked of a gateway. Rows are committed before the gateway is
 * called, so a method that calls one takes no context: it must not run inside a caller's transaction.
 */
class GatewayModuleService extends RefundRecordService implements GatewayTransactions {
  private readonly adapters: GatewayAdapters
  private readonly transactions: TransactionFlow
  private readonly refunds: RefundFlow
  private readonly retries: RetryFlow
  private readonly refundAccounts: RefundAccountFlow

  constructor(container: Record<string, unknown>) {
    super(container)
    // Both are registered by this module's own loader, which runs before the service is built.
    this.adapters = container[GATEWAY_ADAPTERS] as GatewayAdapters
    const tools: FlowTools = {
      in_transaction: (work) => this.inTransaction_(work),
      adapter_of: (gateway) => this.adapterOf(gateway),
      settings: container[GATEWAY_SETTINGS] as GatewaySettings,
    }
    this.transactions = new TransactionFlow(tools)
    this.refunds = new RefundFlow(tools)
    this.retries = new RetryFlow(tools, this.refunds)
    this.refundAccounts = new RefundAccountFlow(tools, this.refunds)
  }

  hasGateway(gateway: string): boolean {
    return this.adapters.has(gateway)
  }

  /** The gateway behind a payment provider of Medusa's, by the provider's id; null when it is none of ours. */
  gatewayOfProvider(providerId: string): string | null {
    return adapterOfProvider(this.adapters, providerId)
  }

  /** The gateways that can be asked about chargebacks. */
  gatewaysWithDisputes(): string[] {
    return [...this.adapters].filter(([, adapter]) => adapter.disputes).map(([name]) => name)
  }

  /** A gateway's chargebacks. @throws not found for a gateway that is not configured, or knows of none */
  disputesAt(gateway: string): GatewayDisputes {
    const { disputes } = this.adapterOf(gateway)
    if (!disputes) {
      throw notFound(ErrorCode.GATEWAY_NOT_CONFIGURED, `"${gateway}" cannot be asked about chargebacks.`)
    }

    return disputes
  }

  /** The gateways that can be asked about what they pay out and hold. */
  gatewaysWithSettlements(): string[] {
    return [...this.adapters].filter(([, adapter]) => adapter.settlements).map(([name]) => name)
  }

  /** What a gateway pays out and holds. @throws not found for a gateway that is not configured, or does not tell */
  settlementsAt(gateway: string): GatewaySettlements {
    const { settlements } = this.adapterOf(gateway)
    if (!settlements) {
      throw notFound(ErrorCode.GATEWAY_NOT_CONFIGURED, `"${gateway}" cannot be asked about settlements.`)
    }

    return settlements
  }

  /** The gateways that pay vendors by themselves. */
  gatewaysWithSplits(): string[] {
    return [...this.adapters].filter(([, adapter]) => adapter.splits).map(([name]) => name)
  }

  /** How a gateway pays vendors by itself; null for one that is not configured, or pays the platform alone. */
  splitsAt(gateway: string): GatewaySplits | null {
    return this.adapters.get(gateway)?.splits ?? null
  }

  /** An authentic event, or null when the signature does not hold. @throws not found for an unknown gateway */
  readWebhook(gateway: string, raw: RawWebhook): GatewayEvent | null {
    return this.adapterOf(gateway).readWebhook(raw)
  }

  /**
   * Opens the session's transaction at the gateway, or answers the one that is open. Another amount, or an earlier
   * opening whose answer was lost, supersedes it by a transaction with a fresh reference.
   * @throws invalid data when the gateway refuses, GatewayUnavailableError
   */
  async openTransaction(input: OpenSessionTransactionInput): Promise<OpenedTransaction> {
    assertPositive(input.amount_minor)

    return this.transactions.open({ ...input, currency_code: input.currency_code.toLowerCase() })
  }

  /**
   * Asks the gateway about a transaction of ours and stores what it says; null for a reference that is not ours.
   * @throws GatewayUnavailableError
   */
  async checkCharge(reference: string): Promise<CheckedCharge | null> {
    const known = await this.findTransaction(reference)

    return known && this.transactions.check(known)
  }

  /** Makes the page of a transaction of ours unpayable, where the gateway can do that; never fails because it cannot. */
  async withdraw(reference: string): Promise<void> {
    const known = await this.findTransaction(reference)
    // A gateway that was switched off must not keep a cart from changing.
    if (known && this.hasGateway(known.gateway)) {
      await this.transactions.withdraw(known)
    }
  }

  /**
   * Refunds once per key, whoever asks and however often. While the outcome of any attempt on the transaction is
   * unknown nothing is posted; a refund whose caller was told that it failed serves the next key of the same amount.
   * @throws not allowed when the gateway refuses or more than what was paid would go back, GatewayUnavailableError
   */
  async refund(input: RequestRefundInput): Promise<RefundAttempt> {
    assertPositive(input.amount_minor)

    return this.refunds.refund(input)
  }

  /**
   * Tries a refund again that the gateway could not make, once for each failure, whoever asks. Whether the money is still owed
   * is the caller's to know; that no more goes back than was paid is held here.
   */
  async retryRefund(failed: RefundAttempt): Promise<Retried> {
    return this.retries.retry(failed)
  }

  /** Tells the gateway of the account that a refund goes to, once; `account_number` lives as long as the call. */
  async sendRefundAccount(
    account: RefundAccount,
    account_number: string
  ): Promise<RefundAccountState | null> {
    return this.refundAccounts.send(account, account_number)
  }

  /** Finds out what became of an account whose call got no answer. @throws GatewayUnavailableError */
  async lookUpRefundAccount(account: RefundAccount): Promise<RefundAccountState> {
    return this.refundAccounts.lookUp(account)
  }

  /** Accounts that a gateway has still to be told of, or may have been, untouched for as long as a call may take. */
  async takeOpenRefundAccounts(limit: number): Promise<RefundAccount[]> {
    const gateways = [...this.adapters.keys()].filter((name) => !this.isRefundedByHand(name))

    return this.refundAccounts.takeOpen(gateways, limit)
  }

  /** Whether people make the refunds of a gateway: always of one that was switched off. */
  isRefundedByHand(gateway: string): boolean {
    return this.adapters.get(gateway)?.is_refunded_by_hand ?? true
  }

  /** Looks up attempts that are not settled yet, the longest unlooked-at first. Posts nothing. */
  async resolveRefunds(limit: number): Promise<RefundRun> {
    return this.refunds.resolve(limit)
  }

  /** Looks up the unsettled attempts of one transaction. Posts nothing. */
  async resolveRefundsOf(reference: string): Promise<RefundRun> {
    return this.refunds.resolve(MOST_REFUNDS_PER_TRANSACTION, reference)
  }

  @InjectManager()
  async findTransaction(
    reference: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<GatewayTransactionDTO | null> {
    return transactionRows.findByReference(sharedContext, reference)
  }

  /** Takes on money that reached a gateway for no payment of ours: it is booked, and goes back like all that is no order's. */
  @InjectManager()
  async takeOrphan(
    { id, gateway, ...payment }: FurtherPayment & { id: string; gateway: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await transactionRows.insertFurther(sharedContext, { id, gateway, email: "", split: [] }, payment)
  }

  /**
   * References of transactions that were made before `createdBefore` and still have to be brought to their end, at gateways
   * that are configured.
   */
  @InjectManager()
  async takeUnsettled(
    createdBefore: Date,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const gateways = [...this.adapters.keys()]

    return transactionRows.takeUnsettled(sharedContext, {
      gateways,
      created_before: createdBefore,
      now: new Date(),
      limit,
    })
  }

  /**
   * Records what a transaction led to. A paid one is settled for good; one on which nothing was paid comes back to
   * `takeUnsettled` at growing distances for a week, and at once when a check finds that it was paid.
   */
  @InjectTransactionManager()
  async settle(
    reference: string,
    outcome: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const transaction = await transactionRows.lockByReference(sharedContext, reference)
    if (transaction) {
      await transactionRows.saveSettlement(sharedContext, transaction, outcome, new Date())
      if (outcome === "refunded") {
        await refundRows.takeOn(sharedContext, reference)
      }
    }
  }

  /** Records that a payment is still on its way; `expired` when it has been for too long to be followed. */
  @InjectTransactionManager()
  async keepWaiting(
    reference: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<"waiting" | "expired"> {
    const transaction = await transactionRows.lockByReference(sharedContext, reference)

    return transaction ? transactionRows.saveWaiting(sharedContext, transaction, new Date()) : "waiting"
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (context: Context) => Promise<T>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<T> {
    return work(sharedContext)
  }

  private adapterOf(gateway: string): AbstractGateway {
    const adapter = this.adapters.get(gateway)
    if (!adapter) {
      const configured = [...this.adapters.keys()].join(", ") || "none"
      throw notFound(
        ErrorCode.GATEWAY_NOT_CONFIGURED,
        `No payment gateway is configured as "${gateway}" (configured: ${configured}).`
      )
    }

    return adapter
  }
}

function assertPositive(amountMinor: bigint): void {
  if (amountMinor <= 0n) {
    throw new RangeError("A gateway is asked for amounts of at least one minor unit")
  }
}

export default GatewayModuleService
