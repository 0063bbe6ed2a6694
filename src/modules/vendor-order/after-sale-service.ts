import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import type {
  OpenRefundInput,
  OpenReturnInput,
  RefundRequest,
  RefundRequestChange,
  ReturnFilters,
  ReturnMove,
  ReturnPage,
  ReturnRecord,
  ReturnTracking,
  Waiting,
  WaitingPage,
} from "./after-sale-types"
import * as cancellations from "./cancellation-rows"
import { DeliveryService } from "./delivery-service"
import { canMoveReturn, type ReturnState } from "./domain/return"
import * as requests from "./refund-request-rows"
import { insertRefund } from "./refund-rows"
import * as returns from "./return-case-rows"
import type { Cancellation, OpenCancellationInput, RefundPart } from "./types"
import * as waiting from "./waiting-rows"

/** What comes after a sale: cancellations and refunds, each a row before it is done. */
export class AfterSaleService extends DeliveryService {
  /** Notes that a part of an order is called off, or finds the note. */
  @InjectTransactionManager()
  async openCancellation(
    input: OpenCancellationInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Cancellation> {
    return cancellations.openCancellation(sharedContext, input)
  }

  @InjectManager()
  async cancellationsOf(
    orderId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Cancellation[]> {
    return cancellations.cancellationsOf(sharedContext, orderId)
  }

  @InjectManager()
  async listUnfinishedCancellations(
    due: { before: Date; retry_before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Cancellation[]> {
    return cancellations.unfinishedCancellations(sharedContext, due)
  }

  /** Takes a note back of which nothing was done. */
  @InjectManager()
  async dropCancellation(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await cancellations.dropCancellation(sharedContext, id)
  }

  /** Records what one refund gave back of each vendor order; the same refund is recorded once. */
  @InjectTransactionManager()
  async recordRefund(
    refundKey: string,
    parts: RefundPart[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await insertRefund(sharedContext, refundKey, parts)
  }

  /** Writes the attempt; null when another refund of the order is open, or its key is known. */
  @InjectManager()
  async openRefundRequest(
    input: OpenRefundInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundRequest | null> {
    return requests.insertRequest(sharedContext, input)
  }

  /** Every refund of a part that was asked for in an order. */
  @InjectManager()
  async refundRequestsOf(
    orderId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundRequest[]> {
    return requests.requestsOf(sharedContext, orderId)
  }

  @InjectManager()
  async listUnfinishedRefunds(
    due: { before: Date; retry_before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RefundRequest[]> {
    return requests.unfinishedRequests(sharedContext, due)
  }

  @InjectManager()
  async advanceRefundRequest(
    id: string,
    change: RefundRequestChange,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await requests.advanceRequest(sharedContext, id, change)
  }

  /** Notes a buyer's wish beside Medusa's return of the same id. */
  @InjectManager()
  async openReturn(input: OpenReturnInput, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await returns.insertReturn(sharedContext, input)
  }

  /** For whoever has shown that the order is theirs, and for staff. */
  @InjectManager()
  async findReturn(
    returnId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReturnRecord | null> {
    return returns.findReturn(sharedContext, returnId)
  }

  /** Moves a return along its table of states. @throws not allowed when it is elsewhere by now */
  @InjectManager()
  async moveReturn(move: ReturnMove, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    const isMoved =
      canMoveReturn(move.from, move.to, move.decided_by) && (await returns.moveReturn(sharedContext, move))
    if (!isMoved) {
      throw notAllowed(
        ErrorCode.RETURN_TRANSITION_REFUSED,
        `A return that is ${words(move.from)} cannot become ${words(move.to)}, or was changed meanwhile.`
      )
    }
  }

  /** Adds the number that was missing when a return was sent. @throws not allowed when it has another, or is not in transit */
  @InjectManager()
  async addReturnTracking(
    tracking: ReturnTracking,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    if (!(await returns.addTracking(sharedContext, tracking))) {
      throw notAllowed(
        ErrorCode.RETURN_TRANSITION_REFUSED,
        "This return has a tracking number already, or is not on its way any more."
      )
    }
  }

  @InjectManager()
  async addReturnPhotos(
    returnId: string,
    urls: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return returns.addPhotos(sharedContext, returnId, urls)
  }

  /** A page of returns: of one order, for its buyer, or of all, for staff. */
  @InjectManager()
  async listReturnCases(
    filters: ReturnFilters,
    page: ReturnPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ returns: ReturnRecord[]; count: number }> {
    return returns.pageOfCases(sharedContext, filters, page)
  }

  /** Orders of all shops that the job of the clocks waits for. */
  @InjectManager()
  async listWaitingOrders(
    page: WaitingPage & { status: "pending" | "confirmed"; clock: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Waiting[]> {
    return waiting.waitingOrders(sharedContext, page)
  }

  /** And returns. */
  @InjectManager()
  async listWaitingReturns(
    page: WaitingPage & { state: ReturnState; clock: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Waiting[]> {
    return waiting.waitingReturns(sharedContext, page)
  }

  /** And money that was due at the door. */
  @InjectManager()
  async listWaitingCollections(
    page: WaitingPage & { clock: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Waiting[]> {
    return waiting.waitingCollections(sharedContext, page)
  }

  /** False when it was reminded of already. */
  @InjectManager()
  async noteReminder(
    subjectId: string,
    clock: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return waiting.noteReminder(sharedContext, subjectId, clock)
  }
}

const words = (state: string) => state.replaceAll("_", " ")
