import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import VendorModule from "../modules/vendor"

/**
 * Who owns a product. `owned_product_id` exists for the database: it repeats the product's id while the link is
 * alive and is unique, so that no product ever has two owners.
 */
export default defineLink(
  { linkable: ProductModule.linkable.product, isList: true },
  VendorModule.linkable.vendor,
  {
    database: {
      table: "product_vendor",
      extraColumns: {
        owned_product_id: {
          type: "text",
          nullable: true,
          options: {
            columnType: "text",
            unique: "product_vendor_one_owner",
            generated: "(case when deleted_at is null then product_id end) stored",
          },
        } as never,
      },
    },
  }
)
