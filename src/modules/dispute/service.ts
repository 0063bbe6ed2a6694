import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { isOver } from "../../lib/dispute-states"
import { insertRows, queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import * as cases from "./case-rows"
import { canMove, settlementOf } from "./domain/state"
import { Dispute } from "./models/dispute"
import { DisputeEvidence } from "./models/dispute-evidence"
import { DisputeItem } from "./models/dispute-item"
import { DisputeMessage } from "./models/dispute-message"
import { DisputeShare } from "./models/dispute-share"
import { DisputeTransition } from "./models/dispute-transition"
import { takenOfOrder } from "./taken-rows"
import type {
  CaseFilters,
  CaseItem,
  CasePage,
  CaseShare,
  DisputeBooks,
  DisputeCase,
  MoveCaseInput,
  MovedCase,
  OpenCaseInput,
  OpenedCase,
} from "./types"
import { type WaitingCase, waitingFor } from "./waiting-rows"

const MODELS = { Dispute, DisputeShare, DisputeItem, DisputeMessage, DisputeEvidence, DisputeTransition }

type Frozen = { shares: CaseShare[]; items: CaseItem[] }

/** Cases about money: each change of state and what it does in the books are one transaction. */
class DisputeModuleService extends MedusaService(MODELS) {
  /** Opens a case and holds its money, or answers the case that the gateway's dispute has already. */
  @InjectTransactionManager()
  async openCase(
    input: OpenCaseInput,
    books: DisputeBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OpenedCase> {
    const dispute = await cases.insertCase(sharedContext, input)
    if (!dispute) {
      return { dispute: await this.known(input, sharedContext), is_new: false }
    }
    await cases.insertShares(sharedContext, dispute.id, input)
    await cases.insertTransition(sharedContext, {
      dispute_id: dispute.id,
      from_state: null,
      to_state: "open",
      actor: input.opened_by,
      reason: input.reason,
    })
    if (input.message) {
      await this.addMessage(
        {
          dispute_id: dispute.id,
          author: "buyer",
          author_id: input.opened_by,
          vendor_id: null,
          text: input.message,
        },
        sharedContext
      )
    }
    await books.hold({ dispute, shares: input.shares, occurred_at: dispute.created_at }, sharedContext)

    return { dispute, is_new: true }
  }

  /** Moves a case, if it stands where it can be moved from, with what that does in the books. */
  @InjectTransactionManager()
  async moveCase(
    input: MoveCaseInput,
    books: DisputeBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<MovedCase> {
    const known = await cases.lockCase(sharedContext, input.id)
    if (!known || !canMove(known.kind, known.state, input.to)) {
      return null
    }
    const now = new Date()
    const dispute = await cases.saveMove(sharedContext, input, now)
    await cases.insertTransition(sharedContext, {
      dispute_id: input.id,
      from_state: known.state,
      to_state: input.to,
      actor: input.actor,
      reason: input.reason ?? null,
    })
    const settlement = settlementOf(known.kind, input.to)
    if (settlement !== "none") {
      const shares = await cases.sharesOf(sharedContext, [input.id])
      const booked = { dispute, shares, occurred_at: now }
      await (settlement === "pay_out"
        ? books.payOut(booked, sharedContext)
        : books.giveBack(booked, sharedContext))
    }

    return { dispute, from: known.state }
  }

  /** Notes something of a case that stays where it is: an answer that is under way, an error, another deadline. */
  @InjectTransactionManager()
  async noteCase(
    id: string,
    changes: NonNullable<MoveCaseInput["changes"]>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const known = await cases.lockCase(sharedContext, id)
    if (known && !isOver(known.state)) {
      await cases.saveMove(sharedContext, { id, to: known.state, actor: "", changes }, new Date())
    }
  }

  /** Somebody has named the items that an open case is about: what it held is given back, and held of those. */
  @InjectTransactionManager()
  async nameItems(
    id: string,
    frozen: Frozen,
    books: DisputeBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const known = await cases.lockCase(sharedContext, id)
    if (known?.state !== "open") {
      return false
    }
    await holdAnew(sharedContext, { known, frozen, books })

    return true
  }

  /** Less is asked for than before: the hold is made anew, of the lower amount. False for a case that is over, or asks for no more than that. */
  @InjectTransactionManager()
  async lowerClaim(
    { id, claimed_minor, ...frozen }: { id: string; claimed_minor: bigint } & Frozen,
    books: DisputeBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const known = await cases.lockCase(sharedContext, id)
    if (!known || isOver(known.state) || known.claimed_minor <= claimed_minor) {
      return false
    }
    await holdAnew(sharedContext, { known, frozen, books })
    await cases.saveMove(
      sharedContext,
      { id, to: known.state, actor: "", changes: { claimed_minor } },
      new Date()
    )

    return true
  }

  /** A shop agrees that the buyer gets the money. True once every shop of the case has. */
  @InjectTransactionManager()
  async acceptShare(
    { dispute_id, vendor_id, actor }: { dispute_id: string; vendor_id: string; actor: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const ofVendor = boundVendor(vendor_id)
    // Else of two shops that accept at the same moment neither would see that the other has.
    await cases.lockCase(sharedContext, dispute_id)
    await queryRows(
      sharedContext,
      `update dispute_share set accepted_by = ?, accepted_at = now(), updated_at = now()
       where dispute_id = ? and vendor_id = ? and accepted_at is null`,
      [actor, dispute_id, ofVendor]
    )
    const shares = await cases.sharesOf(sharedContext, [dispute_id])

    return shares.every(({ accepted_at }) => accepted_at !== null)
  }

  @InjectTransactionManager()
  async addMessage(
    message: {
      dispute_id: string
      author: "buyer" | "vendor" | "staff"
      author_id: string
      vendor_id: string | null
      text: string
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await insertRows(sharedContext, "dispute_message", [{ id: generateEntityId("", "dmsg"), ...message }])
  }

  @InjectManager()
  async findCase(id: string, @MedusaContext() sharedContext: Context = {}): Promise<DisputeCase | null> {
    return cases.findCase(sharedContext, id)
  }

  @InjectManager()
  async findOfGateway(
    of: { gateway: string; gateway_dispute_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DisputeCase | null> {
    return cases.findOfGateway(sharedContext, of.gateway, of.gateway_dispute_id)
  }

  @InjectManager()
  async sharesOf(disputeIds: string[], @MedusaContext() sharedContext: Context = {}) {
    return cases.sharesOf(sharedContext, disputeIds)
  }

  /** What open cases hold of the parts of an order. */
  @InjectManager()
  async heldOfOrder(orderId: string, @MedusaContext() sharedContext: Context = {}) {
    return cases.heldOfOrder(sharedContext, orderId)
  }

  /** What banks have taken back of an order's payments, in minor units. */
  @InjectManager()
  async takenOfOrder(orderId: string, @MedusaContext() sharedContext: Context = {}): Promise<bigint> {
    return takenOfOrder(sharedContext, orderId)
  }

  @InjectManager()
  async openCasesOfOrder(
    orderId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DisputeCase[]> {
    return cases.openCasesOfOrder(sharedContext, orderId)
  }

  @InjectManager()
  async casesToFollow(
    page: { after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DisputeCase[]> {
    return cases.casesToFollow(sharedContext, page)
  }

  /** A page of all cases: for staff, and for a buyer's own orders. */
  @InjectManager()
  async pageOfCases(
    filters: Omit<CaseFilters, "vendor_id">,
    page: CasePage,
    @MedusaContext() sharedContext: Context = {}
  ) {
    return cases.pageOfCases(sharedContext, filters, page)
  }

  @InjectManager()
  async pageOfVendorCases(
    { vendor_id, ...filters }: CaseFilters & { vendor_id: string },
    page: CasePage,
    @MedusaContext() sharedContext: Context = {}
  ) {
    return cases.pageOfCases(sharedContext, { ...filters, vendor_id: boundVendor(vendor_id) }, page)
  }

  /** Cases in which a vendor has said nothing yet, those that are due next first. */
  @InjectManager()
  async waitingFor(
    vendorId: string,
    take: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ disputes: WaitingCase[]; count: number }> {
    return waitingFor(sharedContext, vendorId, take)
  }

  private async known(input: OpenCaseInput, context: Context): Promise<DisputeCase> {
    const { gateway = "", gateway_dispute_id = "" } = input
    const known = await cases.findOfGateway(context, gateway, gateway_dispute_id)
    if (!known) {
      throw new RangeError("The case that was there a moment ago is gone")
    }

    return known
  }
}

/** What the case held is given back, and held of something else, under the next number. */
async function holdAnew(
  context: Context,
  { known, frozen, books }: { known: DisputeCase; frozen: Frozen; books: DisputeBooks }
): Promise<void> {
  const occurred_at = new Date()
  const shares = await cases.sharesOf(context, [known.id])
  await books.giveBack({ dispute: known, shares, occurred_at }, context)
  const dispute = { ...known, hold_number: known.hold_number + 1 }
  await cases.replaceShares(context, known.id, dispute.hold_number, frozen)
  await books.hold({ dispute, shares: frozen.shares, occurred_at }, context)
}

export default DisputeModuleService
