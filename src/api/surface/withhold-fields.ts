import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * Core's allow-lists of the store are strict but for these: the stock of every place where a shop keeps it, and all prices of a
 * variant, those of other groups of customers and of sales to come among them. `calculated_price` and
 * `inventory_quantity` tell a shopper what it is about.
 */
const WITHHELD = ["inventory_items", /(^|\.)variants\.prices(\.|$)/, /^prices(\.|$)/]
const OWN_PRICES = /^\/store\/shipping-options\b/i

/** Before core's validators, which leave out what stands here. */
export function withholdFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  if (!OWN_PRICES.test(req.originalUrl)) {
    req.disallowed = [...(req.disallowed ?? []), ...WITHHELD]
  }
  next()
}
