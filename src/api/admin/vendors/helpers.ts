import type { MedusaContainer, MedusaRequest } from "@medusajs/framework"
import type { InferTypeOf } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, forbidden, notFound } from "../../../lib/errors"
import { permissionsOfStaffRole, type VendorRole } from "../../../lib/permissions"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type { ShopAction } from "../../../modules/vendor/domain/shop-action"
import type { Vendor } from "../../../modules/vendor/models/vendor"
import type { VendorStatusChange } from "../../../modules/vendor/models/vendor-status-change"
import type VendorModuleService from "../../../modules/vendor/service"
import { actOnShopWorkflow } from "../../../workflows/vendor/workflows/act-on-shop"
import { currentBankAccount, readOnboarding } from "../../../workflows/vendor-onboarding/read-onboarding"
import { bankAccountView, documentView } from "../../../workflows/vendor-onboarding/views"
import { staffContext } from "../../access/admit-staff"
import { retrieveVendorQueryConfig, type VENDOR_FIELDS } from "./query-config"

/** Who of the staff looks at or acts on the shop in the path; nobody does so on a shop that they belong to. */
export function actingStaff(req: MedusaRequest): string {
  const { user_id, grants } = staffContext(req)
  if (grants.memberships.some(({ vendor_id }) => vendor_id === req.params.id)) {
    throw forbidden(ErrorCode.OWN_SHOP_REFUSED, "Nobody acts as staff on a shop they belong to.")
  }

  return user_id
}

export type Decision = { reason?: string; version?: string }

/** Carries out an action on the shop in the path and answers the shop. */
export async function actOnShop(req: MedusaRequest<Decision>, action: ShopAction) {
  const actor = actingStaff(req)
  const vendor_id = req.params.id ?? ""
  await actOnShopWorkflow(req.scope).run({
    input: { vendor_id, action, actor, ...req.validatedBody },
  })

  return retrieveVendor(req.scope, vendor_id, retrieveVendorQueryConfig.defaults)
}

export type StoredVendor = Pick<InferTypeOf<typeof Vendor>, (typeof VENDOR_FIELDS)[number]>

/** All that staff see of a shop: itself, its people, its checklist and papers, its history. */
export async function retrieveVendor(container: MedusaContainer, id: string, fields: string[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  // Before the rest: what changes in between makes it too old, and never newer than what is shown.
  const version = await container.resolve<VendorModuleService>(VENDOR_MODULE).readShopVersion(id)
  const { data } = await query.graph({ entity: "vendor", fields, filters: { id } })
  const [vendor] = data as StoredVendor[]
  if (!vendor) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${id} was not found.`)
  }
  const [members, documents, history, onboarding, account] = await Promise.all([
    listMembers(container, id),
    listDocuments(container, id),
    listHistory(container, id),
    readOnboarding(container, id),
    currentBankAccount(container, id),
  ])

  return {
    ...vendor,
    version,
    members,
    requirements: onboarding.requirements,
    is_onboarding_complete: onboarding.open.length === 0,
    documents,
    bank_account: bankAccountView(account),
    history,
  }
}

/** The shop without what the role of whoever asks does not open: not everybody on the staff sees where its money goes. */
export function shownTo<Shop extends { bank_account: unknown }>(
  req: MedusaRequest,
  shop: Shop
): Omit<Shop, "bank_account"> & Partial<Pick<Shop, "bank_account">> {
  if (permissionsOfStaffRole(staffContext(req).role).has("bank-accounts:read")) {
    return shop
  }
  const { bank_account: _account, ...rest } = shop

  return rest
}

const OLDEST_FIRST = { skip: 0, take: 1000, order: { created_at: "ASC", id: "ASC" } } as const

async function listDocuments(container: MedusaContainer, vendor_id: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_document",
    fields: ["id", "filename", "mime_type", "size_bytes", "created_at"],
    filters: { vendor_id },
    pagination: OLDEST_FIRST,
  })

  return data.map(documentView)
}

const HISTORY = ["id", "from_status", "to_status", "reason", "actor", "created_at"] as const

type ShopHistory = Pick<InferTypeOf<typeof VendorStatusChange>, (typeof HISTORY)[number]>

async function listHistory(container: MedusaContainer, vendor_id: string): Promise<ShopHistory[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_status_change",
    fields: [...HISTORY],
    filters: { vendor_id },
    pagination: OLDEST_FIRST,
  })

  return data as ShopHistory[]
}

type MemberUser = { id: string; email: string; first_name: string | null; last_name: string | null }

type ShopMember = { id: string; user_id: string; role: VendorRole; created_at: Date; user: MemberUser | null }

async function listMembers(container: MedusaContainer, vendor_id: string): Promise<ShopMember[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "vendor_member",
    fields: ["id", "user_id", "role", "created_at"],
    filters: { vendor_id },
    pagination: OLDEST_FIRST,
  })
  const members = data as Omit<ShopMember, "user">[]
  const { data: users } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id: members.map(({ user_id }) => user_id) },
  })
  const byId = new Map((users as MemberUser[]).map((user) => [user.id, user]))

  return members.map((member) => ({ ...member, user: byId.get(member.user_id) ?? null }))
}
