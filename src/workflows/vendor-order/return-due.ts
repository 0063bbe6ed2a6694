import type { MedusaContainer } from "@medusajs/framework/types"
import { actAt, type ShopHours } from "../../lib/fair-clock"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import { shopSettings } from "../../modules/vendor/domain/shop-settings"
import type VendorModuleService from "../../modules/vendor/service"
import type { ShopReturn } from "../../modules/vendor-order/types"
import { CLOCK_LIMITS } from "./clock-limits"

const CLOCK_OF: Partial<Record<string, "return_decision" | "return_receipt">> = {
  requested: "return_decision",
  in_transit: "return_receipt",
}

type Clock = { settings: Settings; hours: ShopHours | null }

/** What a shop's returns are waited for by. */
export async function returnClock(container: MedusaContainer, vendorId: string): Promise<Clock> {
  const [settings, vendor] = await Promise.all([
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
    container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .retrieveVendor(vendorId, { select: ["id", "settings"] }),
  ])

  return { settings, hours: shopSettings(vendor.settings).opening_hours ?? null }
}

/** When a return goes on without the shop; null while the shop is not waited for. */
export function returnDueAt(
  { state, moved_at }: Pick<ShopReturn, "state" | "moved_at">,
  { settings, hours }: Clock
): Date | null {
  const name = CLOCK_OF[state ?? ""]
  const limit_ms = name ? CLOCK_LIMITS[name](settings, hours) : 0

  return moved_at && limit_ms > 0 ? actAt({ since: moved_at, limit_ms, hours, reminded_at: null }) : null
}
