import { z } from "@medusajs/framework/zod"
import { PERMISSIONS } from "../../../lib/permissions"

/** Everything that the operator can set while the platform runs, with the default that holds until then. */
export const SETTINGS = {
  /** Staff must have a second factor before they may do anything. */
  staff_mfa_required: z.boolean().default(false),
  /** The same for owners of shops. */
  vendor_owner_mfa_required: z.boolean().default(false),
  /** How long a second factor counts as fresh for bank details, payouts, roles and keys. */
  step_up_max_age_seconds: z.number().int().min(60).max(86_400).default(900),
  /** A new or changed product waits for staff before it is shown. */
  product_approval_required: z.boolean().default(false),
  /** Which parts of the checklist a shop has to finish before it can be approved. */
  onboarding_requirements: z
    .array(z.enum(["documents", "bank_account", "phone", "agreement"]))
    .max(20)
    .default([]),
  /** The terms that shops accept. A new version has to be accepted again. */
  agreement_version: z.string().trim().min(1).max(50).default("1"),
  /** How many products a shop may have before it is verified. */
  unverified_product_limit: z.number().int().min(0).max(1_000_000).default(20),
  /** How many files a shop may send in a day (UTC), and how much of them. */
  daily_upload_files: z.number().int().min(0).max(1_000_000).default(500),
  daily_upload_megabytes: z.number().int().min(0).max(1_000_000).default(1000),
  /** How long the money of a shop that is not verified is held, in days. */
  unverified_payout_hold_days: z.number().int().min(0).max(365).default(14),
  /** For how long anybody who knows an order's id may read it; 0 shuts that too. */
  open_order_hours: z.number().int().min(0).max(720).default(24),
  /** Routes of plugins that are opened although they declare nothing: `GET /admin/plugin` to a permission. */
  opened_routes: z.record(z.string(), z.enum(PERMISSIONS)).default({}),
} as const

export type SettingKey = keyof typeof SETTINGS

export type Settings = { [Key in SettingKey]: z.infer<(typeof SETTINGS)[Key]> }

/** The settings in force, from the rows that the operator has changed. A row that no longer fits falls back to its default. */
export function settingsFrom(rows: Record<string, unknown>): Settings {
  const entries = Object.entries(SETTINGS).map(([key, schema]) => {
    const parsed = schema.safeParse(rows[key])

    return [key, parsed.success ? parsed.data : schema.parse(undefined)]
  })

  return Object.fromEntries(entries) as Settings
}
