import { z } from "@medusajs/framework/zod"
import { pageOf } from "../../../lib/list-params"
import { line, shopProfile } from "../../../lib/shop-profile"

export const VendorGetStockLocationsParams = z.strictObject(pageOf(["name"], "name"))

export type VendorGetStockLocationsParamsType = z.infer<typeof VendorGetStockLocationsParams>

const address = z
  .strictObject({
    address_1: line(200),
    address_2: line(200).nullable(),
    company: line(120).nullable(),
    city: line(120).nullable(),
    province: line(120).nullable(),
    postal_code: line(20).nullable(),
    country_code: shopProfile.country_code.unwrap(),
    phone: shopProfile.contact_phone,
  })
  .partial()

export const VendorUpdateStockLocation = z.strictObject({ name: line(120), address }).partial()

export type VendorUpdateStockLocationType = z.infer<typeof VendorUpdateStockLocation>
