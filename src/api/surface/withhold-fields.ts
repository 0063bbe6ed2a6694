import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * Core's allow-lists of the store are strict but for these: the stock of every place where a shop keeps it, and all prices of a
 * variant, those of other groups of customers and of sales to come among them. `calculated_price` and
 * `inventory_quantity` tell a shopper what it is about.
 */
const WITHHELD = ["inventory_items", /(^|\.)variants\.prices(\.|$)/, /^prices(\.|$)/]
/**
 * Nothing of these is on any list. They are named all the same, for lists that a plugin or a new version of Medusa leaves
 * open: the tables between modules, and what a shop keeps to itself.
 */
const NEVER = [
  /_link$/,
  /^vendor_(api_key|bank_account|document|invitation|member|requirement|status_change)s?$/,
]
const OWN_PRICES = /^\/store\/shipping-options\b/i

/** Before core's validators, which leave out what stands here. */
export function withholdFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const withheld = OWN_PRICES.test(req.originalUrl) ? [] : WITHHELD
  req.disallowed = [...(req.disallowed ?? []), ...NEVER, ...withheld]
  next()
}
