import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { AccountKind } from "../../lib/mobile-money"
import type { Permission } from "../../lib/permissions"
import { boundVendor } from "../../lib/vendor-scope"
import type { Settings } from "../../modules/access/domain/settings"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"
import type { WaitingCase } from "../../modules/dispute/waiting-rows"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { SCORECARD_MODULE } from "../../modules/scorecard"
import type { State } from "../../modules/scorecard/domain/metric"
import type ScorecardModuleService from "../../modules/scorecard/service"
import type { Standing } from "../../modules/scorecard/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import {
  openRequirements,
  type RequirementKey,
  viewRequirements,
} from "../../modules/vendor/domain/requirement"
import type { VendorStatus } from "../../modules/vendor/domain/vendor-status"
import type { ShopAtHome } from "../../modules/vendor/home-rows"
import type VendorModuleService from "../../modules/vendor/service"
import type { InventoryItemView } from "../../modules/vendor/stock-queries"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { ruleFrom } from "../scorecard/rule-of-shop"
import {
  type BalanceAtHome,
  balancesAtHome,
  type PayoutsAtHome,
  payoutsAtHome,
  type SalesAtHome,
  salesAtHome,
} from "./money-at-home"
import { type OrdersToDo, ordersToDo, type ReturnsToDo, returnsToDo } from "./orders-to-do"
import { type Spans, salesSpans } from "./spans"

/** So many of each kind are named; the rest is in the list of its own. */
const NAMED = 5

/** Everything that a shop's first page shows. What the member may not read is null. */
export type HomeView = {
  shop: { id: string; name: string; status: VendorStatus }
  computed_at: Date
  to_do: {
    orders: OrdersToDo | null
    returns: ReturnsToDo | null
    disputes: { count: number; next: WaitingCase[] } | null
    low_stock: { count: number; items: LowItem[] } | null
    payouts: PayoutsAtHome | null
    /** Null for a shop that is approved, too. */
    checklist: { missing: RequirementKey[] } | null
    products_rejected: number | null
  }
  sales: SalesAtHome | null
  balances: BalanceAtHome[] | null
  /** As it was when it was last worked out; null before that, too. */
  performance: { state: State; computed_at: Date } | null
  /** Comes with plans. */
  plan_usage: null
}

type LowItem = Pick<InventoryItemView, "id" | "sku" | "available_quantity" | "low_stock_threshold"> & {
  product_id: string | null
  title: string
}

type Asked = { vendor_id: string; settings: Settings; permissions: ReadonlySet<Permission>; now: Date }

/**
 * One statement for each module that is asked, and none for what the member may not see: with the guard's own there are eight at
 * most, however large the shop is.
 */
export async function readHome(container: MedusaContainer, asked: Asked): Promise<HomeView> {
  const { settings, now } = asked
  const vendor_id = boundVendor(asked.vendor_id)
  const shop = await container.resolve<VendorModuleService>(VENDOR_MODULE).shopAtHome(vendor_id)
  if (!shop) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
  }
  const hours = shop.settings.opening_hours ?? null
  const spans = salesSpans(now, hours, settings.time_zone)
  const parts = await readParts(container, asked, spans)

  return {
    shop: { id: vendor_id, name: shop.name, status: shop.status },
    computed_at: now,
    to_do: toDo(asked, shop, parts),
    sales: parts.work?.sales ? salesAtHome(parts.work.sales, spans.time_zone) : null,
    balances: parts.money?.balances ?? null,
    performance: parts.standing && performance(parts.standing),
    plan_usage: null,
  }
}

type Parts = Awaited<ReturnType<typeof readParts>>

async function readParts(container: MedusaContainer, asked: Asked, spans: Spans) {
  const { vendor_id, settings, permissions } = asked
  const asksFor = <Part>(needed: Permission[], read: () => Promise<Part>): Promise<Part> | null =>
    needed.some((permission) => permissions.has(permission)) ? read() : null
  const isOfMoney = permissions.has("orders:read") && permissions.has("payouts:read")
  const [work, money, stock, disputes, standing] = await Promise.all([
    asksFor(["orders:read", "returns:read"], () =>
      container
        .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        .workOf({ vendor_id, sales: isOfMoney ? spans : null })
    ),
    asksFor(["payouts:read"], () => readMoney(container, asked)),
    asksFor(["inventory:read"], () => lowStock(container, vendor_id, settings)),
    asksFor(["disputes:read"], () =>
      container.resolve<DisputeModuleService>(DISPUTE_MODULE).waitingFor(vendor_id, NAMED)
    ),
    asksFor(["orders:read"], () =>
      container.resolve<ScorecardModuleService>(SCORECARD_MODULE).standingOf(vendor_id)
    ),
  ])

  return { work, money, stock, disputes, standing }
}

function toDo(
  { settings, permissions, now }: Asked,
  shop: ShopAtHome,
  { work, money, stock, disputes }: Parts
): HomeView["to_do"] {
  const hours = shop.settings.opening_hours ?? null
  const clock = { settings, hours, rule: ruleFrom(shop.settings, settings), now }
  const shown = <Part, View>(permission: Permission, part: Part | null, view: (part: Part) => View) =>
    part !== null && permissions.has(permission) ? view(part) : null

  return {
    orders: shown("orders:read", work, (known) => ordersToDo(known, clock)),
    returns: shown("returns:read", work, (known) => returnsToDo(known, clock)),
    disputes: disputes && { count: disputes.count, next: disputes.disputes },
    low_stock: stock,
    payouts: money?.payouts ?? null,
    checklist: shown("onboarding:read", shop, (known) => checklist(known, settings)),
    products_rejected: shown("products:read", shop, (known) => known.products_rejected),
  }
}

const performance = ({ state, computed_at }: Standing) => ({ state, computed_at })

async function readMoney(
  container: MedusaContainer,
  { vendor_id, settings, now }: Asked
): Promise<{ balances: BalanceAtHome[]; payouts: PayoutsAtHome | null }> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const [accounts, standing] = await Promise.all([
    container.resolve<LedgerModuleService>(LEDGER_MODULE).balances({ owner: boundVendor(vendor_id) }),
    payouts.standingOf(vendor_id),
  ])
  const rail_for = (currencyCode: string, kind: AccountKind) => payouts.railFor(currencyCode, kind)

  return {
    balances: balancesAtHome(accounts),
    payouts: standing && payoutsAtHome({ accounts, standing, rules: settings, rail_for, now }),
  }
}

async function lowStock(container: MedusaContainer, vendorId: string, { low_stock_threshold }: Settings) {
  const { items, count } = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .findInventory(vendorId, {
      filters: { is_low: true },
      page: { take: NAMED, skip: 0, order: "available_quantity", low_stock_threshold },
    })

  return { count, items: items.map(lowItem) }
}

function lowItem({ id, sku, available_quantity, low_stock_threshold, variants }: InventoryItemView): LowItem {
  const [first] = variants

  return {
    id,
    sku,
    available_quantity,
    low_stock_threshold,
    product_id: first?.product_id ?? null,
    title: first ? `${first.product_title} · ${first.title}` : "",
  }
}

/** What still keeps a shop from being approved. */
function checklist({ checklist: known }: ShopAtHome, settings: Settings) {
  if (!known) {
    return null
  }
  const { rows, ...facts } = known
  const views = viewRequirements(settings.onboarding_requirements, rows, {
    ...facts,
    agreement_version: settings.agreement_version,
  })

  return { missing: openRequirements(views) }
}
