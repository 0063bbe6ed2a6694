import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type GatewaySplits, writeShares } from "../../lib/gateway-split"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import type { AccountType } from "../../modules/ledger/domain/account"
import type LedgerModuleService from "../../modules/ledger/service"
import { SPLIT_MODULE } from "../../modules/split"
import { planShares } from "../../modules/split/domain/plan"
import type SplitModuleService from "../../modules/split/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { partitionOrder } from "../../modules/vendor-order/domain/partition"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { decideCommission } from "../commission/decide-commission"
import { loadCartFacts, type OrderFacts } from "../vendor-order/steps/load-order-facts"
import { type SplitVendor, splitVendors, vendorsWithDeposit } from "./split-vendors"

/** As it travels to the payment provider: only a payment of that very amount is split so. */
export type PlannedSplit = { amount_minor: string; shares: ReturnType<typeof writeShares> }

export type PlanSplitInput = { gateway: string | null; cart_id: string | null }

/**
 * What a gateway is to pay to vendors of a cart by itself; null for nothing. Nothing of it may stand in a buyer's way: what
 * cannot be planned is paid to the platform.
 */
export async function planSplit(
  container: MedusaContainer,
  { gateway, cart_id }: PlanSplitInput
): Promise<PlannedSplit | null> {
  if (!gateway || !cart_id) {
    return null
  }
  try {
    const at = container.resolve<GatewayModuleService>(GATEWAY_MODULE).splitsAt(gateway)
    const depositors = at ? await vendorsWithDeposit(container) : []

    return at && depositors.length ? await planCart(container, cart_id, { gateway, at, depositors }) : null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The payment of cart ${cart_id} is not split: ${reason}`)

    return null
  }
}

type Splitting = { gateway: string; at: Pick<GatewaySplits, "takes">; depositors: string[] }

async function planCart(
  container: MedusaContainer,
  cartId: string,
  splitting: Splitting
): Promise<PlannedSplit | null> {
  const { platform_rate_bps } = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const facts = await loadCartFacts(container, cartId, platform_rate_bps)
  // Of the vendors in the cart alone: what others are to be paid is not asked for each payment.
  const sellers = new Set(facts.lines.map(({ vendor_id }) => vendor_id))
  const codes = await codesOf(
    container,
    splitting.depositors.filter((id) => sellers.has(id)),
    { ...splitting, currency_code: facts.currency_code }
  )
  if (!codes.size) {
    return null
  }
  const { charged_minor, credit_minor, vendors } = await partsOf(container, facts)
  const shares = planShares({
    charged_minor,
    credit_minor,
    parts: vendors.map(({ vendor_id, net_minor }) => ({
      vendor_id,
      net_minor,
      subaccount_code: codes.get(vendor_id) ?? null,
    })),
  })

  return shares.length ? { amount_minor: String(charged_minor), shares: writeShares(shares) } : null
}

/**
 * The gateway's names of the vendors that it pays by itself; none whose bank account it does not have, whose deposit is not
 * there, or who owe something.
 */
async function codesOf(
  container: MedusaContainer,
  vendorIds: string[],
  { gateway, at, currency_code }: Splitting & { currency_code: string }
): Promise<Map<string, string>> {
  const vendors = await splitVendors(container, vendorIds, new Date())
  const able = vendors.filter((vendor) => vendor.currency_code === currency_code && at.takes(currency_code))
  const codes = await container.resolve<SplitModuleService>(SPLIT_MODULE).usableCodes(gateway, able)
  for (const vendor of able.filter(({ vendor_id }) => codes.has(vendor_id))) {
    if (!(await isSecured(container, vendor))) {
      codes.delete(vendor.vendor_id)
    }
  }

  return codes
}

async function partsOf(container: MedusaContainer, facts: OrderFacts) {
  const { commission } = await decideCommission(container, facts.commission_lines, {
    at: new Date(),
    currency_code: facts.currency_code,
  })

  return partitionOrder({ ...facts, commission })
}

/** What rounding may leave: too little to be a debt. */
const NO_DEBT_MINOR = 100n

/**
 * A vendor that owes something is paid the usual way: what it owes is taken from its next sales. So is one whose deposit has
 * not arrived, or has covered a debt and not been filled up again.
 */
async function isSecured(
  container: MedusaContainer,
  { vendor_id: owner, currency_code, agreed_minor }: SplitVendor
): Promise<boolean> {
  const balances = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .balances({ owner, currency_code })
  const balanceOf = (type: AccountType) =>
    balances.find((balance) => balance.type === type)?.balance_minor ?? 0n
  const owes = balanceOf("vendor_available") > NO_DEBT_MINOR || balanceOf("vendor_receivable") > NO_DEBT_MINOR

  return !owes && -balanceOf("vendor_deposit") >= agreed_minor
}
