import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.promotions",
  translationNs: "merkato",
  icon: ReceiptPercent,
  rank: 50,
})

export default lazyPage(() => import("../../../pages/vendor/promotions/list"))
