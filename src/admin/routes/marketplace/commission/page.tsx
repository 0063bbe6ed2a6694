import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.commission",
  translationNs: "merkato",
  icon: ReceiptPercent,
  rank: 30,
})

export default lazyPage(() => import("../../../pages/marketplace/commission/list"))
