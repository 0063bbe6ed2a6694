import { z } from "@medusajs/framework/zod"

/** Medusa's payment provider for what is paid at the door. */
export const PAY_ON_DELIVERY = "pp_delivery_delivery"

/** What it says of its captures is no receipt: the money was booked when it was collected. */
export const isPaidOnDelivery = (providerId: string): boolean => providerId === PAY_ON_DELIVERY

export const DOOR_REASONS = [
  "changed_mind",
  "no_money",
  "not_there",
  "wrong_address",
  "late",
  "damaged",
  "wrong_item",
  "other",
] as const

/** Why a parcel was not taken at the door. */
export type DoorReason = (typeof DOOR_REASONS)[number]

/** A country, or a province of one as people write it there: `ng`, `ng:lagos`. */
export const areaCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2}(:[^:]{1,80})?$/, "must be a country such as ng, or a province of one such as ng:lagos")
