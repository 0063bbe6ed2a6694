import { randomUUID } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { insertRows, queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { CheckedName } from "./domain/account-name"
import { canFollow, type RequirementFacts, type RequirementRow, viewRequirements } from "./domain/requirement"
import type { VendorStatus } from "./domain/vendor-status"
import { versionOfShop } from "./review-versions"
import { StockService } from "./stock-service"
import type {
  BankAccountChange,
  MoveRequirementInput,
  NewBankAccount,
  NewDocument,
  RequirementChange,
} from "./types"

const MOST_DOCUMENTS = 50

type LockedShop = { id: string; handle: string; status: VendorStatus }

/** A shop's bank account, its papers and its checklist. */
export class OnboardingService extends StockService {
  /** Whoever changes parts of one shop takes turns. The transaction has to be open. */
  protected async lockShop(vendorId: string, context: Context): Promise<LockedShop> {
    const [vendor] = await queryRows<LockedShop>(
      context,
      `select id, handle, status from vendor where id = ? and deleted_at is null for update`,
      [boundVendor(vendorId)]
    )
    if (!vendor) {
      throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendorId} was not found.`)
    }

    return vendor
  }

  /** The state of a shop that staff look at and decide on, as one short text. */
  @InjectManager()
  async readShopVersion(
    vendorId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    return versionOfShop(sharedContext, boundVendor(vendorId))
  }

  /** Nobody decides on what they have not seen. The shop is locked, so it stays as it is until the decision is written. */
  protected async assertShopUnchanged(
    vendorId: string,
    seen: string | undefined,
    context: Context
  ): Promise<void> {
    if (seen !== undefined && (await versionOfShop(context, vendorId)) !== seen) {
      throw notAllowed(ErrorCode.VENDOR_CHANGED, "The shop has changed since you looked at it. Look again.")
    }
  }

  /** Makes this the account that a shop is paid to. The former one stays as history. */
  @InjectTransactionManager()
  async replaceBankAccount(
    vendorId: string,
    account: NewBankAccount,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankAccountChange> {
    await this.lockShop(vendorId, sharedContext)
    const [replaced] = await queryRows<{ id: string }>(
      sharedContext,
      `update vendor_bank_account set replaced_at = now(), updated_at = now()
       where vendor_id = ? and replaced_at is null returning id`,
      [vendorId]
    )
    await insertRows(sharedContext, "vendor_bank_account", [{ ...account, vendor_id: vendorId }])

    return { id: account.id, replaced_id: replaced?.id ?? null }
  }

  /** Takes a change of account back, unless the account was replaced since. */
  @InjectTransactionManager()
  async undoBankAccount(
    { id, replaced_id }: BankAccountChange,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const undone = await queryRows(
      sharedContext,
      `delete from vendor_bank_account where id = ? and replaced_at is null returning id`,
      [id]
    )
    if (undone.length && replaced_id) {
      await queryRows(sharedContext, `update vendor_bank_account set replaced_at = null where id = ?`, [
        replaced_id,
      ])
    }
  }

  /** Keeps what a gateway says of the name of an account, as long as it is the shop's own and stands. */
  @InjectManager()
  async saveNameCheck(
    { id, vendor_id, name_check, name_missing }: CheckedName & { id: string; vendor_id: string },
    now: Date,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(
      sharedContext,
      `update vendor_bank_account set name_check = ?, name_missing = ?, verified_at = ?, updated_at = now()
       where id = ? and vendor_id = ? and replaced_at is null`,
      [
        name_check,
        name_missing.join(" ") || null,
        name_check === "matches" ? now : null,
        id,
        boundVendor(vendor_id),
      ]
    )
  }

  /** Moves one part of a shop's checklist along the one table of transitions. */
  @InjectTransactionManager()
  async moveRequirement(
    input: MoveRequirementInput,
    facts: RequirementFacts,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RequirementChange> {
    const { vendor_id, key, to, actor, by, version } = input
    await this.lockShop(vendor_id, sharedContext)
    await this.assertShopUnchanged(vendor_id, version, sharedContext)
    const [row] = await queryRows<RequirementRow & Record<string, unknown>>(
      sharedContext,
      `select * from vendor_requirement where vendor_id = ? and key = ?`,
      [vendor_id, key]
    )
    const from = viewRequirements([], row ? [row] : [], facts).find((view) => view.key === key)?.state
    if (!from || !canFollow(from, to)) {
      throw notAllowed(
        ErrorCode.REQUIREMENT_TRANSITION_REFUSED,
        `The requirement ${key} is ${from} and cannot become ${to}.`
      )
    }
    await this.writeRequirement(input, by === "shop" ? submission(actor) : decision(actor), sharedContext)

    return { vendor_id, key, from, to, before: row ?? null }
  }

  private async writeRequirement(
    { vendor_id, key, to, reason, agreement_version }: MoveRequirementInput,
    who: Record<string, unknown>,
    context: Context
  ): Promise<void> {
    const values = {
      ...who,
      state: to,
      reason: reason ?? null,
      agreement_version: agreement_version ?? null,
      updated_at: new Date(),
    }
    const columns = Object.keys(values)
    await insertRows(
      context,
      "vendor_requirement",
      [{ id: `vreq_${randomUUID().replaceAll("-", "")}`, vendor_id, key, ...values }],
      `on conflict (vendor_id, key) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`
    )
  }

  @InjectTransactionManager()
  async undoRequirement(
    { vendor_id, key, before }: RequirementChange,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.lockShop(vendor_id, sharedContext)
    await queryRows(sharedContext, `delete from vendor_requirement where vendor_id = ? and key = ?`, [
      vendor_id,
      key,
    ])
    if (before) {
      await insertRows(sharedContext, "vendor_requirement", [before])
    }
  }

  /** Adds a paper and hands the part "documents" in; both or neither. */
  @InjectTransactionManager()
  async addDocument(
    vendorId: string,
    document: NewDocument,
    facts: RequirementFacts,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RequirementChange> {
    const change = await this.moveRequirement(
      {
        vendor_id: vendorId,
        key: "documents",
        to: "submitted",
        actor: document.uploaded_by,
        by: "shop",
      },
      facts,
      sharedContext
    )
    const [found] = await queryRows<{ count: string }>(
      sharedContext,
      `select count(*) as count from vendor_document where vendor_id = ? and deleted_at is null`,
      [vendorId]
    )
    if (Number(found?.count) >= MOST_DOCUMENTS) {
      throw notAllowed(ErrorCode.DOCUMENT_LIMIT_REACHED, `A shop keeps at most ${MOST_DOCUMENTS} documents.`)
    }
    await insertRows(sharedContext, "vendor_document", [{ ...document, vendor_id: vendorId }])

    return change
  }

  @InjectTransactionManager()
  async undoDocument(
    id: string,
    change: RequirementChange,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(sharedContext, `delete from vendor_document where id = ?`, [id])
    await this.undoRequirement(change, sharedContext)
  }

  /**
   * Notes that a shop's checklist is complete, or no longer is, and answers since when it was. One that was verified
   * before keeps its date, and only a shop that staff have approved is verified.
   */
  @InjectManager()
  async markVerified(
    vendorId: string,
    isComplete: boolean,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Date | null> {
    const [vendor] = await queryRows<{ former: Date | null }>(
      sharedContext,
      `update vendor v set updated_at = now(),
         verified_at = case when ? and v.status in ('approved', 'suspended') then coalesce(v.verified_at, now()) end
       from (select id, verified_at as former from vendor where id = ?) before
       where v.id = before.id returning before.former`,
      [isComplete, boundVendor(vendorId)]
    )

    return vendor?.former ?? null
  }
}

const submission = (actor: string) => ({ submitted_by: actor, submitted_at: new Date() })

const decision = (actor: string) => ({ decided_by: actor, decided_at: new Date() })
