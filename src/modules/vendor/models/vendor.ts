import { model } from "@medusajs/framework/utils"
import { TAX_STATUSES } from "../../../lib/item-tax"
import { VENDOR_STATUSES } from "../domain/vendor-status"

/** A shop. A rate of null means the platform's own rate. */
export const Vendor = model
  .define("vendor", {
    id: model.id({ prefix: "vend" }).primaryKey(),
    name: model.text().searchable(),
    handle: model.text().searchable(),
    description: model.text().searchable().nullable(),
    logo_url: model.text().nullable(),
    banner_url: model.text().nullable(),
    contact_email: model.text(),
    contact_phone: model.text().nullable(),
    address_1: model.text().nullable(),
    address_2: model.text().nullable(),
    city: model.text().nullable(),
    province: model.text().nullable(),
    postal_code: model.text().nullable(),
    country_code: model.text().nullable(),
    status: model.enum([...VENDOR_STATUSES]).default("pending"),
    is_house: model.boolean().default(false),
    commission_rate_bps: model.number().nullable(),
    /** Whether it pays the tax on what it sells by itself, as staff have seen. */
    tax_status: model.enum([...TAX_STATUSES]).default("registered"),
    shipping_profile_id: model.text().nullable(),
    stock_location_id: model.text().nullable(),
    /** Since when staff have its checklist complete; null again when a part is taken back. */
    verified_at: model.dateTime().nullable(),
    settings: model.json().default({}),
  })
  .indexes([
    { on: ["handle"], unique: true },
    { on: ["shipping_profile_id"], unique: true },
  ])
