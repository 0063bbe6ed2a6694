import type { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { handleOf, isHandle } from "./domain/handle"
import { completeSettings } from "./domain/shop-settings"
import { canBecome } from "./domain/vendor-status"
import type { Vendor } from "./models/vendor"
import { OnboardingService } from "./onboarding-service"
import { findOwnShop } from "./own-shops"
import {
  type ChangeStatusInput,
  type CreateVendorInput,
  type FoundOwner,
  type ProfilePatch,
  type RegisterShopInput,
  type StatusChange,
  VENDOR_OWNER_FIELDS,
} from "./types"

class VendorModuleService extends OnboardingService {
  /** Opens a shop as pending, with its owner and the first line of its history. */
  @InjectTransactionManager()
  async openShop(
    input: CreateVendorInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InferTypeOf<typeof Vendor>> {
    const { owner_user_id, actor, ...shop } = input
    const handle = await this.freeHandle(input, sharedContext)
    const vendor = await this.createVendors(
      { ...shop, handle, status: "pending", is_house: shop.is_house ?? false },
      sharedContext
    )
    await this.createVendorStatusChanges(
      {
        vendor_id: vendor.id,
        from_status: null,
        to_status: "pending",
        actor: actor ?? "registration",
        reason: null,
      },
      sharedContext
    )
    if (owner_user_id) {
      await this.createVendorMembers(
        { vendor_id: vendor.id, user_id: owner_user_id, role: "owner" },
        sharedContext
      )
    }

    return vendor
  }

  /** Opens a shop for its owner, once: a further try with the same handle finds the shop of the first one. */
  @InjectTransactionManager()
  async registerShop(
    { only_existing, ...input }: RegisterShopInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ vendor: InferTypeOf<typeof Vendor>; is_new: boolean }> {
    const own = await this.lockOwnShops(input.owner_user_id, sharedContext)
    const same = findOwnShop(own, { handle: input.handle ?? handleOf(input.name), only_existing })
    const vendor = same
      ? await this.retrieveVendor(same.id, {}, sharedContext)
      : await this.openShop(input, sharedContext)

    return { vendor, is_new: !same }
  }

  private async freeHandle(
    input: Pick<CreateVendorInput, "handle" | "name">,
    context: Context
  ): Promise<string> {
    const handle = input.handle ?? handleOf(input.name)
    if (!isHandle(handle)) {
      throw invalidData(
        ErrorCode.VENDOR_HANDLE_INVALID,
        "A shop's handle has lower-case letters, digits and single hyphens, at most 60 of them."
      )
    }
    // Two openings of one handle take turns, or the second would meet the unique index with a raw database error.
    await queryRows(context, `select pg_advisory_xact_lock(hashtext(?))`, [`vendor-handle:${handle}`])
    const [taken] = await this.listVendors({ handle }, { take: 1, select: ["id"] }, context)
    if (taken) {
      throw notAllowed(ErrorCode.VENDOR_HANDLE_TAKEN, `The handle ${handle} belongs to another shop.`)
    }

    return handle
  }

  /** Changes what a shop says of itself, and answers what it said before. Its address is fixed once it was approved. */
  @InjectTransactionManager()
  async updateProfile(
    vendorId: string,
    patch: ProfilePatch,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ProfilePatch> {
    const vendor = await this.lockShop(vendorId, sharedContext)
    if (patch.handle !== undefined && patch.handle !== vendor.handle) {
      if (vendor.status !== "pending") {
        throw notAllowed(
          ErrorCode.VENDOR_HANDLE_FIXED,
          "The handle of a shop can be changed only until it is approved."
        )
      }
      await this.freeHandle({ name: vendor.handle, handle: patch.handle }, sharedContext)
    }
    const [stored] = await this.listVendors({ id: vendorId }, { take: 1 }, sharedContext)
    const before = Object.fromEntries(
      Object.keys(patch).map((key) => [key, stored?.[key as keyof typeof stored] ?? null])
    )
    await this.updateVendors({ id: vendorId, ...completeSettings(patch, stored?.settings) }, sharedContext)

    return completeSettings(before, {})
  }

  /** Moves a shop along the one table of transitions, with its history, if nobody moved it meanwhile. */
  @InjectTransactionManager()
  async changeStatus(
    { vendor_id, to, from: seen, actor, reason, version }: ChangeStatusInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StatusChange> {
    const { status: from } = await this.lockShop(vendor_id, sharedContext)
    if (!canBecome(from, to) || (seen && seen !== from)) {
      throw notAllowed(ErrorCode.VENDOR_TRANSITION_REFUSED, `A shop that is ${from} cannot become ${to}.`)
    }
    await this.assertShopUnchanged(vendor_id, version, sharedContext)
    await queryRows(sharedContext, `update vendor set status = ?, updated_at = now() where id = ?`, [
      to,
      vendor_id,
    ])
    const change = await this.createVendorStatusChanges(
      { vendor_id, from_status: from, to_status: to, actor, reason: reason ?? null },
      sharedContext
    )

    return { id: change.id, vendor_id, from, to }
  }

  /**
   * Takes a change back as if it had not been made: for a workflow whose later step failed. One that somebody has
   * built upon meanwhile stays, with its history.
   */
  @InjectTransactionManager()
  async undoStatusChange(change: StatusChange, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    const undone = await queryRows(
      sharedContext,
      `update vendor set status = ?, updated_at = now() where id = ? and status = ? returning id`,
      [change.from, change.vendor_id, change.to]
    )
    if (undone.length) {
      await queryRows(sharedContext, `delete from vendor_status_change where id = ?`, [change.id])
    }
  }

  /**
   * The shops that own these products or shipping profiles, and the house. One statement on the way of every cart;
   * `product_vendor` is the table of the project's own link (`src/links/product-vendor.ts`).
   */
  @InjectManager()
  async findOwners(
    { product_ids, shipping_profile_ids }: { product_ids: string[]; shipping_profile_ids: string[] },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<FoundOwner[]> {
    const products = [...new Set(product_ids)]
    const profiles = [...new Set(shipping_profile_ids)]
    const columns = VENDOR_OWNER_FIELDS.map((field) => `v.${field}`).join(", ")
    const list = (ids: string[]) => (ids.length ? ids.map(() => "?").join(", ") : "null")

    return queryRows<FoundOwner>(
      sharedContext,
      `select ${columns}, l.product_id from product_vendor l join vendor v on v.id = l.vendor_id
       where l.product_id in (${list(products)}) and l.deleted_at is null and v.deleted_at is null
       union all
       select ${columns}, null from vendor v where v.is_house and v.deleted_at is null
       union all
       select ${columns}, null from vendor v
       where v.shipping_profile_id in (${list(profiles)}) and v.deleted_at is null`,
      [...products, ...profiles]
    )
  }

  /** Removes a shop that a failed workflow has just opened; its handle is free again. */
  @InjectTransactionManager()
  async removeShop(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await queryRows(sharedContext, `delete from vendor where id = ?`, [boundVendor(id)])
  }
}

export default VendorModuleService
