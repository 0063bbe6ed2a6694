import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import type {
  BookedRefund,
  GatewayTransaction as GatewayTransactionDTO,
  RefundAttempt,
} from "../../lib/gateway"
import { accountsOfBuyers } from "./buyer-account-rows"
import { sharedCards } from "./card-rows"
import { decideEnter } from "./domain/refund-account"
import { GatewayRefund } from "./models/gateway-refund"
import { GatewayRefundAccount } from "./models/gateway-refund-account"
import { GatewayTransaction } from "./models/gateway-transaction"
import * as accounts from "./refund-account-rows"
import { findAttempt, findFor, findOf, findUnbooked, saveBooked } from "./refund-rows"
import * as retries from "./retry-rows"
import { findCurrent, splitPayments, supersede, upsertCash } from "./transaction-rows"
import type {
  BuyerAccount,
  CashPaid,
  NewRefundAccount,
  RefundAccount,
  RefundFilter,
  RefundPage,
  UnpostedPayment,
} from "./types"
import { findUnposted } from "./unposted-rows"

/** What is noted of refunds, and told of payments, without a gateway being asked. */
export class RefundRecordService extends MedusaService({
  GatewayTransaction,
  GatewayRefund,
  GatewayRefundAccount,
}) {
  /** The transaction that backs a payment session now. */
  @InjectManager()
  async findTransactionOfSession(
    sessionId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<GatewayTransactionDTO | null> {
    return findCurrent(sharedContext, sessionId)
  }

  /** Makes what was paid at the door refundable, up to what was collected so far; answers its reference. */
  @InjectManager()
  async keepCash(cash: CashPaid, @MedusaContext() sharedContext: Context = {}): Promise<string> {
    return upsertCash(sharedContext, cash)
  }

  /** What came on it goes back, so that its session may be paid by another one. */
  @InjectManager()
  async retire(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await supersede(sharedContext, id, new Date())
  }

  @InjectManager()
  async readRefundBacklog(@MedusaContext() sharedContext: Context = {}): Promise<retries.RefundBacklog> {
    return retries.refundBacklog(sharedContext)
  }

  /** References of transactions with refunds that the books do not reflect. */
  @InjectManager()
  async listUnbookedRefunds(limit: number, @MedusaContext() sharedContext: Context = {}): Promise<string[]> {
    return findUnbooked(sharedContext, limit)
  }

  /** Payments that no gateway of ours has, whose refunds or captures from before that time the books lack. */
  @InjectManager()
  async listUnpostedPayments(
    due: { before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<UnpostedPayment[]> {
    return findUnposted(sharedContext, due)
  }

  /** What was paid since then and goes to vendors in part, page by page. */
  @InjectManager()
  async splitPayments(
    page: { gateway: string; since: Date; after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<GatewayTransactionDTO[]> {
    return splitPayments(sharedContext, page)
  }

  /** Under which other addresses the cards of each address were used. */
  @InjectManager()
  async sharedCards(
    emails: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, string[]>> {
    return sharedCards(sharedContext, emails)
  }

  /** The accounts that were ever named for refunds of what was paid under the addresses. */
  @InjectManager()
  async accountsOfBuyers(
    emails: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BuyerAccount[]> {
    return accountsOfBuyers(sharedContext, emails)
  }

  /** Notes that the ledger has been told of a refund. */
  @InjectManager()
  async markBooked(
    refundId: string,
    booked: BookedRefund,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await saveBooked(sharedContext, refundId, booked)
  }

  @InjectManager()
  async findRefundAttempt(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundAttempt | null> {
    return findAttempt(sharedContext, id)
  }

  /** The attempts that were made for refunds of Medusa's, with every further try. */
  @InjectManager()
  async refundsFor(keys: string[], @MedusaContext() sharedContext: Context = {}): Promise<RefundAttempt[]> {
    return findFor(sharedContext, keys)
  }

  @InjectManager()
  async listRefundsOf(
    reference: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundAttempt[]> {
    return findOf(sharedContext, reference)
  }

  /** Failures that have to be tried again now, or told to a person; a further try that never arrived, `again_before` it was posted. */
  @InjectManager()
  async listRefundsToFollowUp(
    due: { now: Date; again_before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundAttempt[]> {
    return retries.findToFollowUp(sharedContext, due)
  }

  @InjectManager()
  async postponeRetry(
    { id, until }: { id: string; until: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await retries.postpone(sharedContext, id, until)
  }

  @InjectManager()
  async handRefundOver(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await retries.handOver(sharedContext, id)
  }

  /** Notes that people make a refund in the place of its gateway. */
  @InjectManager()
  async replaceRefund(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await retries.replace(sharedContext, id)
  }

  /** Refunds that wait for a person, or for an account of the buyer's. */
  @InjectManager()
  async pageOfWaitingRefunds(
    filter: RefundFilter,
    page: RefundPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ refunds: RefundAttempt[]; count: number }> {
    return retries.pageOfWaiting(sharedContext, filter, page)
  }

  /** The accounts that were named last for these refunds. */
  @InjectManager()
  async refundAccountsOf(
    refundIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundAccount[]> {
    return accounts.currentOf(sharedContext, refundIds)
  }

  /** Names the account that a refund goes to, in the place of one that was named before. @throws not allowed */
  @InjectTransactionManager()
  async enterRefundAccount(
    account: NewRefundAccount,
    { is_by_staff }: { is_by_staff: boolean },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await accounts.lockRefund(sharedContext, account.refund_id)
    const refund = await findAttempt(sharedContext, account.refund_id)
    const [current] = await accounts.currentOf(sharedContext, [account.refund_id])
    const verdict = decideEnter({
      refund_state: refund?.state ?? "refused",
      account_state: current?.state ?? null,
      tries: await accounts.countOf(sharedContext, account.refund_id),
      is_by_staff,
    })
    if (!verdict.is_allowed) {
      throw notAllowed(ErrorCode.REFUND_ACCOUNT_REFUSED, verdict.why)
    }
    await accounts.replaceWith(sharedContext, account)
  }

  /** A person has seen to it that the account is the buyer's; null when it does not wait for that. */
  @InjectManager()
  async approveRefundAccount(
    { id, by }: { id: string; by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundAccount | null> {
    return accounts.moveAccount(sharedContext, { id, to: "ready", only_from: "waiting" }, { approved_by: by })
  }
}
