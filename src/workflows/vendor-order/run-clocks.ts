import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { dueAt, readClock } from "../../lib/fair-clock"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import { shopSettings } from "../../modules/vendor/domain/shop-settings"
import type VendorModuleService from "../../modules/vendor/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { Waiting } from "../../modules/vendor-order/after-sale-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { notifyStaff } from "../notify-staff"
import { settleReturn } from "./act-on-return"
import { CLOCKS, type Clock } from "./clocks"
import { passesByItself } from "./passing-refusal"
import { type Shop, tellOfWait } from "./tell-of-wait"

const PAGE = 200
const HOUR_MS = 3_600_000

export type ClocksRun = { reminded: number; acted: number; paid_back: number; failed: number }

type Run = { container: MedusaContainer; settings: Settings; now: Date; done: ClocksRun }

/** Reminds who is waited for, and does what is to be done without those that were reminded; then pays what is back. */
export async function runClocks(container: MedusaContainer, now: Date): Promise<ClocksRun> {
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const run: Run = { container, settings, now, done: { reminded: 0, acted: 0, paid_back: 0, failed: 0 } }
  for (const clock of CLOCKS) {
    await runClock(run, clock)
  }
  await payBackReturns(run, "received")
  await payBackReturns(run, "disputed")

  return run.done
}

async function runClock(run: Run, clock: Clock): Promise<void> {
  const { container, settings, now } = run
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const least = clock.limitOf(settings, null)
  if (least === 0) {
    return
  }
  // A shop that is open for a minute a day has shorter working days; whoever waits for less is not asked about.
  const before = new Date(now.getTime() - Math.min((least * 3) / 4, HOUR_MS))
  let after = ""
  for (;;) {
    const page = await clock.list(service, { before, after, take: PAGE })
    const shops = await shopsOf(container, page)
    for (const waiting of page) {
      await safely(run, { id: `${clock.name}:${waiting.subject_id}` }, () =>
        look(run, clock, { waiting, shop: shops.get(waiting.vendor_id) })
      )
    }
    const last = page.at(-1)
    if (!last) {
      return
    }
    after = last.subject_id
  }
}

async function look(
  { container, settings, now, done }: Run,
  clock: Clock,
  { waiting, shop }: { waiting: Waiting; shop?: Shop }
): Promise<void> {
  const hours = (clock.waits_for === "shop" && shop?.hours) || null
  const limit_ms = clock.limitOf(settings, hours)
  const { since, reminded_at } = waiting
  const verdict = readClock({ since, limit_ms, hours, reminded_at, now })
  if (verdict === "act") {
    await clock
      .act(container, waiting)
      .catch((error: unknown) => giveUp(container, { clock, waiting, error }))
    done.acted += 1
  }
  if (verdict === "remind") {
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    // The note first: a message that is sent twice is worse than one that is lost, and nothing happens on it alone.
    if (await service.noteReminder(waiting.subject_id, clock.name)) {
      await tellOfWait(container, clock, { waiting, shop, due: dueAt(since, limit_ms, hours) }).catch(
        (error: unknown) => warn(container, `${clock.name}:${waiting.subject_id}`, error)
      )
    }
    done.reminded += 1
  }
}

/**
 * What is refused will be the next time, too, unless it is only waited for: a person has to look, and the clock is not asked again.
 * @throws the error
 */
async function giveUp(
  container: MedusaContainer,
  { clock, waiting, error }: { clock: Clock; waiting: Waiting; error: unknown }
): Promise<never> {
  const isRefused = MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_ALLOWED
  if (isRefused && !passesByItself(error)) {
    await container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .noteReminder(waiting.subject_id, `${clock.name}:over`)
  }
  throw error
}

async function shopsOf(container: MedusaContainer, page: Waiting[]): Promise<Map<string, Shop>> {
  const ids = [...new Set(page.map(({ vendor_id }) => vendor_id))]
  const vendors = ids.length
    ? await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .listVendors({ id: ids }, { take: ids.length, select: ["id", "name", "contact_email", "settings"] })
    : []

  return new Map(
    vendors.map(({ id, name, contact_email, settings }) => [
      id,
      { name, email: contact_email, hours: shopSettings(settings).opening_hours ?? null },
    ])
  )
}

/**
 * Returns that are back, or that staff have ruled for their buyers, and were not paid, because the gateway did not answer or
 * the server died.
 */
async function payBackReturns(run: Run, state: "received" | "disputed"): Promise<void> {
  const { container, now, done } = run
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const before = new Date(now.getTime() - 120_000)
  let after = ""
  for (;;) {
    const page = await service.listWaitingReturns({
      state,
      clock: "",
      before,
      after,
      take: PAGE,
    })
    for (const { subject_id: return_id } of page) {
      done.paid_back += (await settleReturn(container, { return_id, actor: "clock" })) ? 1 : 0
    }
    const last = page.at(-1)
    if (!last) {
      return
    }
    after = last.subject_id
  }
}

/** One that does not work out must not stop the others; staff are told once. */
async function safely(
  { container, done }: Run,
  { id }: { id: string },
  act: () => Promise<void>
): Promise<void> {
  try {
    await act()
  } catch (error) {
    done.failed += 1
    warn(container, id, error)
    if (!passesByItself(error)) {
      await notifyStaff(container, {
        key: `clock:${id}`,
        title: "Something that was due could not be done",
        description: `${id}: ${messageOf(error)}`,
      })
    }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error || MedusaError.isMedusaError(error) ? error.message : String(error)

const warn = (container: MedusaContainer, id: string, error: unknown) =>
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`The clock ${id}: ${messageOf(error)}`)
