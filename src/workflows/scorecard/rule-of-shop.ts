import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { boundVendor } from "../../lib/vendor-scope"
import type { Settings } from "../../modules/access/domain/settings"
import { type ShipRule, shipRuleOf } from "../../modules/scorecard/domain/ship-rule"
import { VENDOR_MODULE } from "../../modules/vendor"
import { shopSettings } from "../../modules/vendor/domain/shop-settings"
import type VendorModuleService from "../../modules/vendor/service"

/** By when a shop has to ship, from what it has said of itself and what the platform asks of all. */
export function ruleFrom(stored: unknown, settings: Settings): ShipRule {
  const { handling_days, opening_hours } = shopSettings(stored)

  return shipRuleOf({
    handling_days,
    hours: opening_hours ?? null,
    ship_within_days: settings.ship_within_days,
    promised_delivery_days: settings.promised_delivery_days,
  })
}

/** @throws not found for a shop that does not exist */
export async function ruleOfShop(
  container: MedusaContainer,
  vendorId: string,
  settings: Settings
): Promise<ShipRule> {
  const [shop] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: boundVendor(vendorId) }, { take: 1, select: ["id", "settings"] })
  if (!shop) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendorId} was not found.`)
  }

  return ruleFrom(shop.settings, settings)
}
