import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { SPLIT_MODULE } from "../../modules/split"
import type SplitModuleService from "../../modules/split/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { destinationOf } from "../payout/destination"
import { type SplitVendor, splitVendors, vendorsWithDeposit } from "./split-vendors"

/** Tells every gateway of the bank accounts of the vendors that it pays by itself; what it has already costs no call. */
export async function syncSubaccounts(container: MedusaContainer, now: Date): Promise<number> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  let inStep = 0
  for (const vendor of await splitVendors(container, await vendorsWithDeposit(container), now)) {
    for (const gateway of gateways.gatewaysWithSplits()) {
      inStep += (await syncOne(container, { vendor, gateway, now })) ? 1 : 0
    }
  }

  return inStep
}

async function syncOne(
  container: MedusaContainer,
  { vendor, gateway, now }: { vendor: SplitVendor; gateway: string; now: Date }
): Promise<boolean> {
  const at = container.resolve<GatewayModuleService>(GATEWAY_MODULE).splitsAt(gateway)
  const { vendor_id, account_id, currency_code } = vendor
  if (!at?.takes(currency_code)) {
    return false
  }

  return container
    .resolve<SplitModuleService>(SPLIT_MODULE)
    .sync({ vendor_id, gateway, account_id, now }, at, () => detailsOf(container, vendor))
}

/** Read when a gateway has to be told, and never kept. */
async function detailsOf(container: MedusaContainer, { vendor_id, account_id, currency_code }: SplitVendor) {
  const [shop] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendor_id }, { take: 1, select: ["id", "name", "contact_email"] })
  const { bank_code, account_number } = await destinationOf(container, {
    vendor_id,
    bank_account_id: account_id,
  })

  return {
    business_name: shop?.name ?? vendor_id,
    email: shop?.contact_email ?? "",
    bank_code,
    account_number,
    currency_code,
  }
}
