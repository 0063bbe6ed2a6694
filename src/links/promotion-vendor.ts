import { defineLink } from "@medusajs/framework/utils"
import PromotionModule from "@medusajs/medusa/promotion"
import VendorModule from "../modules/vendor"

/** The vendor that created a promotion and pays for it; a promotion without one is paid by the platform. */
export default defineLink(
  { linkable: PromotionModule.linkable.promotion, isList: true },
  VendorModule.linkable.vendor,
  { database: { table: "promotion_vendor" } }
)
