import type { MedusaContainer } from "@medusajs/framework/types"
import type { Settings } from "../../modules/access/domain/settings"
import { PAYOUT_MODULE } from "../../modules/payout"
import { isProven } from "../../modules/payout/domain/proven"
import { USUAL_TERMS } from "../../modules/payout/domain/terms"
import type PayoutModuleService from "../../modules/payout/service"
import type { ShippedOrder } from "../../modules/payout/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"

const DAY_MS = 86_400_000
/** How far back a vendor's orders are looked at: one that has turned bad does not hide behind its better years. */
const RECORD_DAYS = 180

type ShippedDue = { orders: ShippedOrder[]; after: string }

/** The next orders of proven vendors that were shipped long enough ago; null when there are no more, or none are released so. */
export async function nextShipped(
  container: MedusaContainer,
  { now, settings, after, take }: { now: Date; settings: Settings; after: string; take: number }
): Promise<ShippedDue | null> {
  const days = settings.payout_release_after_shipping_days
  if (days === null) {
    return null
  }
  const shipped_before = new Date(
    now.getTime() - Math.max(days, settings.payout_risk_hold_days.standard) * DAY_MS
  )
  const found = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .shippedAfter({ shipped_before, after, take })
  const last = found.at(-1)
  if (!last) {
    return null
  }
  const proven = await provenAmong(
    container,
    found.map(({ vendor_id }) => vendor_id),
    { now, settings }
  )

  return {
    orders: found.filter(({ vendor_id }) => proven.has(vendor_id)),
    after: last.vendor_order_id,
  }
}

/** A vendor that staff see any risk in is proven by nothing. */
async function provenAmong(
  container: MedusaContainer,
  vendorIds: string[],
  { now, settings }: { now: Date; settings: Settings }
): Promise<Set<string>> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const ids = [...new Set(vendorIds)]
  const [vendors, terms, records] = await Promise.all([
    container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .listVendors({ id: ids }, { take: ids.length, select: ["id", "verified_at"] }),
    payouts.termsOf(ids),
    payouts.trackRecords({ vendor_ids: ids, since: new Date(now.getTime() - RECORD_DAYS * DAY_MS) }),
  ])

  return new Set(
    vendors
      .filter(({ id, verified_at }) => {
        const record = records.get(id)
        const { risk_level } = terms.get(id) ?? USUAL_TERMS

        return (
          record !== undefined &&
          risk_level === "standard" &&
          isProven(
            { ...record, verified_at: verified_at && new Date(verified_at) },
            settings.payout_proven,
            now
          )
        )
      })
      .map(({ id }) => id)
  )
}
