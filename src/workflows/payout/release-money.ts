import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import { releaseAt } from "../../modules/payout/domain/release"
import { type ReserveRule, USUAL_TERMS } from "../../modules/payout/domain/terms"
import type PayoutModuleService from "../../modules/payout/service"
import type { DeliveredOrder, HeldOrder } from "../../modules/payout/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import { payoutHoldDays } from "../../modules/vendor/domain/verification"
import type VendorModuleService from "../../modules/vendor/service"
import { releaseBooks } from "./books"
import { holdMatches } from "./hold-matches"
import { nextShipped } from "./release-shipped"

const PAGE = 200
const DAY_MS = 86_400_000

export type Released = { orders: number; corrected: number; reserves: number; failed: number }

/** Everything whose time has come, page by page: however much it is, little of it is in memory. */
export async function releaseMoney(container: MedusaContainer, now: Date): Promise<Released> {
  const done: Released = { orders: 0, corrected: 0, reserves: 0, failed: 0 }
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  done.orders =
    (await releaseDelivered(container, { now, settings, done })) +
    (await releaseShipped(container, { now, settings, done }))
  done.corrected = await correctReleases(container, {}, done)
  done.reserves = await releaseReserves(container, now, done)

  return done
}

type Releasing = { now: Date; settings: Settings; done: Released }

async function releaseDelivered(
  container: MedusaContainer,
  { now, settings, done }: Releasing
): Promise<number> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const delivered_before = new Date(now.getTime() - settings.payout_release_days * DAY_MS)
  let released = 0
  let after: DeliveredOrder | null = null
  for (;;) {
    const orders: DeliveredOrder[] = await payouts.deliveredAfter({ delivered_before, after, take: PAGE })
    released += await releaseRipe(container, await dueOf(container, orders, { now, settings }), {
      settings,
      done,
    })
    after = orders.at(-1) ?? null
    if (!after) {
      return released
    }
  }
}

/** What proven vendors have sent and nobody has said a word about. */
async function releaseShipped(
  container: MedusaContainer,
  { now, settings, done }: Releasing
): Promise<number> {
  const rule = settings.payout_reserves.standard
  let released = 0
  let after = ""
  for (;;) {
    const next = await nextShipped(container, { now, settings, after, take: PAGE })
    if (!next) {
      return released
    }
    const ripe = next.orders.map((order) => ({ id: order.vendor_order_id, order, rule }))
    released += await releaseRipe(container, ripe, { settings, done })
    after = next.after
  }
}

type Ripe = { id: string; order: HeldOrder; rule: ReserveRule }

/** But for those that wait for staff. */
async function releaseRipe(
  container: MedusaContainer,
  ripe: Ripe[],
  { settings, done }: Omit<Releasing, "now">
): Promise<number> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const held = await holdMatches(
    container,
    ripe.map(({ order }) => order),
    settings.payout_match_kinds
  )

  return each(
    container,
    ripe.filter(({ id }) => !held.has(id)),
    done,
    ({ order, rule }) => payouts.releaseOrder(order, rule, releaseBooks(container))
  )
}

/** Those of the orders whose vendor need not wait longer, with what is kept back of each. */
async function dueOf(
  container: MedusaContainer,
  orders: DeliveredOrder[],
  { now, settings }: { now: Date; settings: Settings }
): Promise<Ripe[]> {
  const ids = [...new Set(orders.map(({ vendor_id }) => vendor_id))]
  const vendors = new Map(
    (
      await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .listVendors({ id: ids }, { take: ids.length, select: ["id", "verified_at"] })
    ).map((vendor) => [vendor.id, vendor])
  )
  const terms = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).termsOf(ids)

  return orders.flatMap((order) => {
    const { risk_level } = terms.get(order.vendor_id) ?? USUAL_TERMS
    const at = releaseAt({
      delivered_at: order.delivered_at,
      confirmed_at: order.confirmed_at,
      release_days: settings.payout_release_days,
      hold_days: Math.max(
        payoutHoldDays(vendors.get(order.vendor_id) ?? { verified_at: null }, settings),
        settings.payout_risk_hold_days[risk_level]
      ),
    })

    return at <= now ? [{ id: order.vendor_order_id, order, rule: settings.payout_reserves[risk_level] }] : []
  })
}

/** After refunds of what was released: of all orders, of one, or of one vendor's. Answers how many have changed. */
export async function correctReleases(
  container: MedusaContainer,
  of: { order_id?: string; vendor_id?: string },
  done: { failed: number } = { failed: 0 }
): Promise<number> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  let corrected = 0
  let after = ""
  for (;;) {
    const orders = await payouts.changedReleases({ ...of, after, take: PAGE })
    const named = orders.map((order) => ({ id: order.vendor_order_id, order }))
    corrected += await each(container, named, done, ({ order }) =>
      payouts.correctOrder(order, releaseBooks(container))
    )
    const last = orders.at(-1)
    if (!last) {
      return corrected
    }
    after = last.vendor_order_id
  }
}

async function releaseReserves(container: MedusaContainer, now: Date, done: Released): Promise<number> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  let released = 0
  let after = ""
  for (;;) {
    const reserves = await payouts.reservesDue({ now, after, take: PAGE })
    const named = reserves.map((due) => ({ id: due.vendor_order_id, due }))
    released += await each(container, named, done, ({ due }) =>
      payouts.releaseReserve(due, releaseBooks(container))
    )
    const last = reserves.at(-1)
    if (!last) {
      return released
    }
    after = last.vendor_order_id
  }
}

/** One that cannot be released must not stop the others. Answers how many were. */
async function each<Item extends { id: string }>(
  container: MedusaContainer,
  items: Item[],
  done: { failed: number },
  act: (item: Item) => Promise<boolean>
): Promise<number> {
  let count = 0
  for (const item of items) {
    try {
      count += (await act(item)) ? 1 : 0
    } catch (error) {
      done.failed += 1
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`The money of vendor order ${item.id} was not released: ${messageOf(error)}`)
    }
  }

  return count
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
