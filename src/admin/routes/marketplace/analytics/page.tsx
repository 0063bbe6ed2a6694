import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartBar } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.analytics",
  translationNs: "merkato",
  icon: ChartBar,
  rank: 15,
})

export default lazyPage(() => import("../../../pages/marketplace/analytics/analytics"))
