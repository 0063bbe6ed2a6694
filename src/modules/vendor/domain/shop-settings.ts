import type { ShopHours } from "../../../lib/fair-clock"

/** How a shop works, as it tells its buyers. What it has not said is null. */
export type ShopSettings = {
  /** Working days from payment until a parcel leaves. */
  handling_days: number | null
  return_policy: string | null
  /** Absent as long as the shop has not said when it is open. */
  opening_hours?: ShopHours | null
  /** Absent as long as the shop has not said whether its parcels may be paid for at the door, and where. */
  pay_on_delivery?: ShopAtTheDoor | null
}

/** No area is everywhere. */
export type ShopAtTheDoor = { is_offered: boolean; areas: string[] }

const NOTHING_SAID: ShopSettings = { handling_days: null, return_policy: null }

/** The settings of a shop, every one of them named. */
export function shopSettings(stored: unknown): ShopSettings {
  const said = (stored ?? {}) as Partial<ShopSettings>

  return {
    handling_days: said.handling_days ?? NOTHING_SAID.handling_days,
    return_policy: said.return_policy ?? NOTHING_SAID.return_policy,
    ...(said.opening_hours ? { opening_hours: said.opening_hours } : {}),
    ...(said.pay_on_delivery ? { pay_on_delivery: said.pay_on_delivery } : {}),
  }
}

/** A patch whose settings, when it has some, name all of them: those it leaves out stay as they are stored. */
export function completeSettings<Patch extends { settings?: Partial<ShopSettings> }>(
  patch: Patch,
  stored: unknown
): Patch & { settings?: ShopSettings } {
  const { settings, ...rest } = patch

  return (
    settings === undefined ? rest : { ...rest, settings: { ...shopSettings(stored), ...settings } }
  ) as Patch & { settings?: ShopSettings }
}
