import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import {
  openRequirements,
  type RequirementFacts,
  type RequirementKey,
  type RequirementView,
  viewRequirements,
} from "../../modules/vendor/domain/requirement"
import type VendorModuleService from "../../modules/vendor/service"

export type Onboarding = {
  requirements: RequirementView[]
  /** The required ones that are not done. */
  open: RequirementKey[]
  facts: RequirementFacts
}

/** How far a shop is with its checklist, as the operator has set it up at this moment. */
export async function readOnboarding(container: MedusaContainer, vendorId: string): Promise<Onboarding> {
  const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
  const [settings, rows, account, former, phone_verified_at] = await Promise.all([
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
    vendors.listVendorRequirements({ vendor_id: vendorId }),
    currentBankAccount(container, vendorId),
    vendors.listVendorBankAccounts(
      { vendor_id: vendorId, replaced_at: { $ne: null } },
      { take: 1, select: ["id"] }
    ),
    phoneVerifiedAt(container, vendorId),
  ])
  const facts = {
    bank_account_at: account?.created_at ?? null,
    is_bank_account_changed: former.length > 0,
    phone_verified_at,
    agreement_version: settings.agreement_version,
  }
  const requirements = viewRequirements(settings.onboarding_requirements, rows, facts)

  return { requirements, open: openRequirements(requirements), facts }
}

export async function currentBankAccount(container: MedusaContainer, vendorId: string) {
  const [account] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendorBankAccounts({ vendor_id: vendorId, replaced_at: null }, { take: 1 })

  return account ?? null
}

export async function nameOfShop(container: MedusaContainer, vendorId: string): Promise<string> {
  const [vendor] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendorId }, { take: 1, select: ["id", "name"] })
  if (!vendor) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendorId} was not found.`)
  }

  return vendor.name
}

/** Since when one of a shop's owners has proved a phone number. */
async function phoneVerifiedAt(container: MedusaContainer, vendorId: string): Promise<Date | null> {
  const owners = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendorMembers({ vendor_id: vendorId, role: "owner" }, { select: ["user_id"] })
  const auth = container.resolve(Modules.AUTH)
  const identities = await Promise.all(
    owners.map(({ user_id }) => auth.listAuthIdentities({ app_metadata: { user_id } }, { select: ["id"] }))
  )
  const verifications = await Promise.all(
    identities
      .flat()
      .map(({ id }) => auth.listAuthVerifications({ auth_identity_id: id, entity_type: "phone" }))
  )
  const times = verifications
    .flat()
    .flatMap(({ verified_at }) => (verified_at ? [new Date(verified_at)] : []))

  return times.toSorted((one, other) => one.getTime() - other.getTime()).at(-1) ?? null
}
