import { z } from "@medusajs/framework/zod"
import { ITEM_TAX_REMITTERS } from "../../../lib/item-tax"
import { areaCode, DOOR_REASONS } from "../../../lib/pay-on-delivery"
import { PERMISSIONS } from "../../../lib/permissions"
import { linesAbove, linesBelow } from "../../../lib/scorecard-lines"
import { isTimeZone } from "../../../lib/time-zone"

const amountsByCurrency = z.record(
  z.string().regex(/^[a-z]{3}$/, "must be the code of a currency in small letters"),
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
)

const reserve = z.strictObject({
  percent_bps: z.number().int().min(0).max(10_000),
  days: z.number().int().min(0).max(365),
})

const holdDays = z.number().int().min(0).max(365)

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
  /** So few pieces in stock are little left, where a shop has not said it of an item. */
  low_stock_threshold: z.number().int().min(0).max(1_000_000).default(5),
  /** How many files a shop may send in a day (UTC), and how much of them. */
  daily_upload_files: z.number().int().min(0).max(1_000_000).default(500),
  daily_upload_megabytes: z.number().int().min(0).max(1_000_000).default(1000),
  /** How long the money of a shop that is not verified is held, in days. */
  unverified_payout_hold_days: z.number().int().min(0).max(365).default(14),
  /** Days after its delivery until the money of an order may be paid out. */
  payout_release_days: z.number().int().min(0).max(365).default(7),
  /** Days after all of it was sent with a carrier's number until the money of a proven shop may be; null waits for the delivery. */
  payout_release_after_shipping_days: z.number().int().min(1).max(365).nullable().default(null),
  /** Which shop is proven: of the last half year, how much was delivered, and which part of it refunded or disputed at most. */
  payout_proven: z
    .strictObject({
      delivered_orders: z.number().int().min(1).max(1_000_000),
      verified_days: z.number().int().min(0).max(3650),
      refund_bps: z.number().int().min(0).max(10_000),
      dispute_bps: z.number().int().min(0).max(10_000),
    })
    .default({ delivered_orders: 50, verified_days: 90, refund_bps: 500, dispute_bps: 100 }),
  /** How often shops are paid that have no schedule of their own; once in each day, week or month (UTC). */
  payout_schedule: z.enum(["daily", "weekly", "monthly", "on_request"]).default("weekly"),
  /** By currency, in minor units: less is not paid but waits for more. */
  payout_minimums: amountsByCurrency.default({ ngn: 100_000 }),
  /** The same: more needs the approval of staff. In a currency that is not named, every payout does. */
  payout_approval_above: amountsByCurrency.default({ ngn: 50_000_000 }),
  /** From how many ready payouts on a rail are given to it in one call, where it takes so many; null sends each by itself. */
  payout_bulk_from: z.number().int().min(2).max(50).nullable().default(null),
  /** By currency, in minor units: what the platform keeps of each payout; and by rail, before the other. */
  payout_fees: amountsByCurrency.default({}),
  payout_rail_fees: z.record(z.string().min(1).max(40), amountsByCurrency).default({}),
  /** Hours for which nothing is paid to an account that has just replaced another. */
  payout_cool_off_hours: z.number().int().min(0).max(8760).default(72),
  /** Days after a shop's first payout in which all its payouts together need the approval of staff beyond so much, */
  payout_first_days: z.number().int().min(0).max(365).default(30),
  /** by currency, in minor units; there is no such limit in a currency that is not named. */
  payout_first_most: amountsByCurrency.default({}),
  /** Days for which the money of a sale is held by the risk that staff see in the shop, whatever proves the delivery. */
  payout_risk_hold_days: z
    .strictObject({ standard: holdDays, elevated: holdDays, high: holdDays })
    .default({ standard: 0, elevated: 0, high: 30 }),
  /** Money waits for staff when its buyer and its shop have one of these in common. */
  payout_match_kinds: z
    .array(z.enum(["login", "device", "email", "phone", "address", "bank_account", "card"]))
    .max(20)
    .default(["login", "device", "email", "phone", "address", "bank_account", "card"]),
  /** Currencies in which nothing is paid to an account until a gateway has confirmed the name of its holder. */
  payout_name_match_required: z
    .array(z.string().regex(/^[a-z]{3}$/, "must be the code of a currency in small letters"))
    .max(50)
    .default([]),
  /** What is kept back of each sale, in basis points, and for how many days, by the risk that staff see in a shop. */
  payout_reserves: z.strictObject({ standard: reserve, elevated: reserve, high: reserve }).default({
    standard: { percent_bps: 0, days: 0 },
    elevated: { percent_bps: 1000, days: 30 },
    high: { percent_bps: 2500, days: 90 },
  }),
  /** Days after a payment until it is a matter for staff that nobody knows whether a vendor was paid its share of it. */
  split_wait_days: z.number().int().min(1).max(90).default(10),
  /** Who pays the tax on what shops sell to the tax office, of sales from now on: `platform` where it is the seller of record. */
  item_tax_remitter: z.enum(ITEM_TAX_REMITTERS).default("vendor"),
  /** Orders may be paid for at the door. */
  pay_on_delivery: z.boolean().default(false),
  /** Where: countries (`ng`) and provinces of them (`ng:lagos`); everywhere when there is none. */
  pay_on_delivery_areas: z.array(areaCode).max(500).default([]),
  /** How little and how much one shop's part may come to, by currency, in minor units; no bound in one that is not named. */
  pay_on_delivery_least: amountsByCurrency.default({}),
  pay_on_delivery_most: amountsByCurrency.default({}),
  /** Buyers have to be signed in. */
  pay_on_delivery_signed_in: z.boolean().default(true),
  /** Buyers have to have proved a phone number of theirs. */
  pay_on_delivery_verified_phone: z.boolean().default(false),
  /** How many parcels a buyer may have refused without the shop's fault. */
  pay_on_delivery_refusals: z.number().int().min(0).max(1000).default(1),
  /** Why a parcel was refused when the platform pays the shop for its way; for every other reason the shop bears it. */
  refusal_cost_platform_reasons: z.array(z.enum(DOOR_REASONS)).max(DOOR_REASONS.length).default([]),
  /** Days after which a shop owes what it has collected and not handed over. */
  cash_remit_days: z.number().int().min(0).max(365).default(14),
  /** Until when buyers may cancel a shop's part of their order by themselves. */
  buyer_cancel: z.enum(["before_confirmation", "never"]).default("before_confirmation"),
  /** How long a shop has to answer a case of a buyer's, and a chargeback whose gateway names no deadline. */
  dispute_answer_hours: z.number().int().min(1).max(720).default(72),
  chargeback_answer_hours: z.number().int().min(1).max(720).default(16),
  /** How long before the deadline a chargeback is answered by itself that nobody has answered. */
  chargeback_lead_hours: z.number().int().min(0).max(240).default(4),
  /** Days after delivery for which a buyer may open a case. */
  dispute_window_days: z.number().int().min(0).max(365).default(60),
  /** What a gateway takes for a chargeback that is lost, by currency, in minor units; and who bears it. */
  chargeback_fees: amountsByCurrency.default({}),
  chargeback_fee_party: z.enum(["vendor", "platform"]).default("vendor"),
  /** For how many days after their delivery goods can be sent back. */
  return_window_days: z.number().int().min(0).max(365).default(14),
  /** Hours, of those in which it is open, in which a shop has to confirm what is paid; 0 waits for ever. */
  confirm_within_hours: z.number().int().min(0).max(720).default(24),
  /** Working days of the shop from then on until it has sent all; 0 waits for ever. */
  ship_within_days: z.number().int().min(0).max(120).default(7),
  /** Hours, of the same kind, in which it has to decide on a return; then the return is approved. 0 waits for ever. */
  return_decision_hours: z.number().int().min(0).max(720).default(24),
  /** Days from its approval on in which the buyer has to send a return; then it is closed. 0 waits for ever. */
  return_send_days: z.number().int().min(0).max(120).default(14),
  /** Working days after which goods that are sent back with a tracking number count as received; 0 waits for ever. */
  return_receipt_days: z.number().int().min(0).max(120).default(10),
  /** After how many days a shop is reminded of what it owes, again and again; 0 reminds nobody. */
  debt_reminder_days: z.number().int().min(0).max(365).default(7),
  /** How old a debt is when it is invoiced by itself; null leaves that to staff. */
  debt_invoice_after_days: z.number().int().min(0).max(365).nullable().default(14),
  /** How long a shop has to pay such an invoice. */
  debt_invoice_due_days: z.number().int().min(1).max(365).default(14),
  /** Of how many orders a return, a lost case or a refused parcel was the shop's fault, in basis points; `docs/scorecard.md` says what counts. */
  scorecard_order_defect: linesAbove.default({ window_days: 60, minimum: 10, warn_bps: 50, limit_bps: 100 }),
  /** How many a shop has called off, or let expire. */
  scorecard_cancellation: linesAbove.default({ window_days: 7, minimum: 10, warn_bps: 200, limit_bps: 250 }),
  /** How many it has sent too late. */
  scorecard_late_shipment: linesAbove.default({
    window_days: 30,
    minimum: 10,
    warn_bps: 320,
    limit_bps: 400,
  }),
  /** How many of its parcels have a number that looks like a carrier's. */
  scorecard_valid_tracking: linesBelow.default({
    window_days: 30,
    minimum: 10,
    warn_bps: 9100,
    limit_bps: 9000,
  }),
  /** How many arrived when they were promised to. */
  scorecard_on_time_delivery: linesBelow.default({
    window_days: 30,
    minimum: 10,
    warn_bps: 9200,
    limit_bps: 9000,
  }),
  /** Days for which a parcel may be on its way after the time by which its shop had to send it. */
  promised_delivery_days: z.number().int().min(0).max(120).default(7),
  /** By whose clock a day begins: of reports, unless another is asked for, and for shops that have not said when they are open. */
  time_zone: z
    .string()
    .max(64)
    .refine(isTimeZone, "must be a zone such as Africa/Lagos")
    .default("Africa/Lagos"),
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
