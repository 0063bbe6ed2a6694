import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * Core's allow-lists of the store are strict but for these: the stock of every place where a shop keeps it, and all prices of a
 * variant, those of other groups of customers and of sales to come among them. `calculated_price` and
 * `inventory_quantity` tell a shopper what it is about.
 */
const WITHHELD = [/(^|\.)inventory_items(\.|$)/, /(^|\.)variants\.prices(\.|$)/, /^prices(\.|$)/]
/**
 * Nothing of these is on any list. They are named all the same, for lists that a plugin or a new version of Medusa leaves
 * open: the tables between modules, and what a shop keeps to itself.
 */
const NEVER = [
  /_link(\.|$)/,
  /(^|\.)vendor_(api_key|bank_account|document|invitation|member|requirement|status_change)s?(\.|$)/,
]
const OWN_PRICES = /^\/store\/shipping-options\b/i

/**
 * Takes these names out of what is asked for, before core's validators read it. Not by `req.disallowed`: that would stand
 * in the place of what a plugin's route forbids by itself.
 */
export function withholdFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const { fields } = req.query
  if (typeof fields === "string") {
    const names = OWN_PRICES.test(req.originalUrl) ? NEVER : [...NEVER, ...WITHHELD]
    const kept = fields.split(",").flatMap((field) => keep(field, names))
    req.query.fields = kept.length ? kept.join(",") : undefined
  }
  next()
}

/** A field that is added to those that a route has by itself is left out; one that stands in their place leaves the id. */
function keep(field: string, names: RegExp[]): string[] {
  const spelled = field.normalize("NFKC").trim().toLowerCase()
  const name = spelled.replace(/^[+*\s]+/, "")
  if (spelled.startsWith("-") || !names.some((pattern) => pattern.test(name))) {
    return [field]
  }

  return /^[+*\s]|\.\*$/.test(field) ? [] : ["id"]
}
