import { PERMISSIONS } from "../../../../lib/permissions"
import type { Body } from "../../../lib/api/client"

type Change = NonNullable<Body<"POST /admin/settings">>

export type Kind =
  | "amounts"
  | "choice"
  | "choices"
  | "list"
  | "optional_whole"
  | "percent"
  | "rail_amounts"
  | "routes"
  | "switch"
  | "text"
  | "whole"

/** A setting, or a part of one: `payout_proven.refund_bps`. */
export type Spec<Path extends string = string> = { path: Path; kind: Kind; options?: readonly string[] }

/** The first part of a path is a setting that the route takes. */
type PathOf = keyof Change | `${keyof Change}.${string}`

const one = <const Path extends PathOf>(kind: Kind, path: Path, options?: readonly string[]): Spec<Path> => ({
  path,
  kind,
  options,
})

const all = <const Paths extends PathOf[]>(kind: Kind, ...paths: Paths): Spec<Paths[number]>[] =>
  paths.map((path) => one(kind, path))

const RISKS = ["standard", "elevated", "high"] as const
const METRICS = [
  "scorecard_order_defect",
  "scorecard_cancellation",
  "scorecard_late_shipment",
  "scorecard_valid_tracking",
  "scorecard_on_time_delivery",
] as const
const REFUSALS = [
  "changed_mind",
  "no_money",
  "not_there",
  "wrong_address",
  "late",
  "damaged",
  "wrong_item",
  "other",
] as const

export const GROUPS = {
  security: [
    ...all("switch", "staff_mfa_required", "vendor_owner_mfa_required"),
    ...all("whole", "step_up_max_age_seconds", "open_order_hours"),
    one("text", "time_zone"),
    one("routes", "opened_routes", PERMISSIONS),
  ],
  shops: [
    one("switch", "product_approval_required"),
    one("choices", "onboarding_requirements", ["documents", "bank_account", "phone", "agreement"]),
    one("text", "agreement_version"),
    ...all(
      "whole",
      "unverified_product_limit",
      "low_stock_threshold",
      "daily_upload_files",
      "daily_upload_megabytes"
    ),
  ],
  orders: [
    ...all("whole", "confirm_within_hours", "ship_within_days", "promised_delivery_days"),
    one("choice", "buyer_cancel", ["before_confirmation", "never"]),
    ...all("whole", "return_window_days", "return_decision_hours", "return_send_days", "return_receipt_days"),
  ],
  payouts: [
    one("choice", "payout_schedule", ["daily", "weekly", "monthly", "on_request"]),
    ...all("amounts", "payout_minimums", "payout_approval_above", "payout_fees"),
    one("rail_amounts", "payout_rail_fees"),
    one("optional_whole", "payout_bulk_from"),
    ...all("whole", "payout_cool_off_hours", "payout_first_days"),
    one("amounts", "payout_first_most"),
    one("choices", "payout_match_kinds", [
      "login",
      "device",
      "email",
      "phone",
      "address",
      "bank_account",
      "card",
    ]),
    one("list", "payout_name_match_required"),
  ],
  release: [
    ...all("whole", "unverified_payout_hold_days", "payout_release_days"),
    one("optional_whole", "payout_release_after_shipping_days"),
    ...all("whole", "payout_proven.delivered_orders", "payout_proven.verified_days"),
    ...all("percent", "payout_proven.refund_bps", "payout_proven.dispute_bps"),
    one("whole", "split_wait_days"),
  ],
  reserves: RISKS.flatMap((risk) => [
    one("whole", `payout_risk_hold_days.${risk}`),
    one("percent", `payout_reserves.${risk}.percent_bps`),
    one("whole", `payout_reserves.${risk}.days`),
  ]),
  cash: [
    ...all("switch", "pay_on_delivery", "pay_on_delivery_signed_in", "pay_on_delivery_verified_phone"),
    one("list", "pay_on_delivery_areas"),
    ...all("amounts", "pay_on_delivery_least", "pay_on_delivery_most"),
    ...all("whole", "pay_on_delivery_refusals", "cash_remit_days"),
    one("choices", "refusal_cost_platform_reasons", REFUSALS),
  ],
  disputes: [
    ...all(
      "whole",
      "dispute_answer_hours",
      "chargeback_answer_hours",
      "chargeback_lead_hours",
      "dispute_window_days"
    ),
    one("amounts", "chargeback_fees"),
    one("choice", "chargeback_fee_party", ["vendor", "platform"]),
  ],
  debts: [
    one("whole", "debt_reminder_days"),
    one("optional_whole", "debt_invoice_after_days"),
    one("whole", "debt_invoice_due_days"),
    one("choice", "item_tax_remitter", ["vendor", "platform", "by_status"]),
  ],
  scorecard: METRICS.flatMap((metric) => [
    ...all("whole", `${metric}.window_days`, `${metric}.minimum`),
    ...all("percent", `${metric}.warn_bps`, `${metric}.limit_bps`),
  ]),
} as const satisfies Record<string, Spec[]>

type Groups = typeof GROUPS
type NameIn<Path> = Path extends `${infer Name}.${string}` ? Name : Path
type Offered = NameIn<Groups[keyof Groups][number]["path"]>

/** Nothing can be shown while a setting stands in no group: then there is no name of a group. */
export type GroupName = [keyof Change] extends [Offered] ? keyof Groups : never
