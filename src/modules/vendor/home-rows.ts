import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { RequirementRow } from "./domain/requirement"
import { type ShopSettings, shopSettings } from "./domain/shop-settings"
import type { VendorStatus } from "./domain/vendor-status"

export type ShopAtHome = {
  id: string
  name: string
  status: VendorStatus
  settings: ShopSettings
  /** Products that staff have turned down. */
  products_rejected: number
  /** How far its checklist is; null for a shop that has been approved. */
  checklist: {
    rows: RequirementRow[]
    bank_account_at: Date | null
    is_bank_account_changed: boolean
    phone_verified_at: Date | null
  } | null
}

type Row = Omit<ShopAtHome, "settings" | "checklist"> & {
  settings: unknown
  checklist: {
    rows: (Omit<RequirementRow, "submitted_at" | "decided_at"> &
      Record<"submitted_at" | "decided_at", string | null>)[]
    bank_account_at: string | null
    is_bank_account_changed: boolean
    phone_verified_at: string | null
  } | null
}

/** Sign-ins are looked through for the owners' phones, so only for a shop that still has its checklist before it. */
const CHECKLIST = `case when v.status in ('pending', 'rejected') then jsonb_build_object(
  'rows', (select coalesce(jsonb_agg(q), '[]') from (
    select key, state, reason, agreement_version, submitted_at, decided_by, decided_at
    from vendor_requirement where vendor_id = v.id and deleted_at is null) as q),
  'bank_account_at', (select b.created_at from vendor_bank_account b
    where b.vendor_id = v.id and b.replaced_at is null and b.deleted_at is null),
  'is_bank_account_changed', exists (select 1 from vendor_bank_account b
    where b.vendor_id = v.id and b.replaced_at is not null and b.deleted_at is null),
  'phone_verified_at', (select max(a.verified_at) from vendor_member m
    join auth_identity i on i.app_metadata ->> 'user_id' = m.user_id and i.deleted_at is null
    join auth_verification a on a.auth_identity_id = i.id and a.entity_type = 'phone' and a.deleted_at is null
    where m.vendor_id = v.id and m.role = 'owner' and m.deleted_at is null)) end`

/** What the first page of a shop says of the shop itself: one statement, over core's tables too. Null when there is none. */
export async function shopAtHome(context: Context, vendorId: string): Promise<ShopAtHome | null> {
  const [row] = await queryRows<Row>(
    context,
    `select v.id, v.name, v.status, v.settings,
       (select count(*)::int from product_vendor o join product p on p.id = o.product_id
        where o.vendor_id = v.id and o.deleted_at is null and p.deleted_at is null and p.status = 'rejected'
       ) as products_rejected,
       ${CHECKLIST} as checklist
     from vendor v where v.id = ? and v.deleted_at is null`,
    [boundVendor(vendorId)]
  )

  return row ? fromRow(row) : null
}

const toDate = (time: string | null) => (time === null ? null : new Date(time))

const fromRow = ({ settings, checklist, ...row }: Row): ShopAtHome => ({
  ...row,
  settings: shopSettings(settings),
  checklist: checklist && {
    is_bank_account_changed: checklist.is_bank_account_changed,
    bank_account_at: toDate(checklist.bank_account_at),
    phone_verified_at: toDate(checklist.phone_verified_at),
    rows: checklist.rows.map((requirement) => ({
      ...requirement,
      submitted_at: toDate(requirement.submitted_at),
      decided_at: toDate(requirement.decided_at),
    })),
  },
})
