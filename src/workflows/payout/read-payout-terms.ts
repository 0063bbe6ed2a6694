import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import { type PayoutTerms, USUAL_TERMS } from "../../modules/payout/domain/terms"
import type PayoutModuleService from "../../modules/payout/service"
import { nameOfShop } from "../vendor-onboarding/read-onboarding"

/** How a shop is paid. @throws not found for one that does not exist */
export async function readPayoutTerms(
  container: MedusaContainer,
  vendor_id: string
): Promise<PayoutTerms & { vendor_id: string }> {
  await nameOfShop(container, vendor_id)
  const all = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).termsOf([vendor_id])
  const { risk_level, schedule, stopped_reason } = all.get(vendor_id) ?? USUAL_TERMS

  return { vendor_id, risk_level, schedule, stopped_reason }
}
