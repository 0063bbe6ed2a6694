import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartActivity } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.performance",
  translationNs: "merkato",
  icon: ChartActivity,
  rank: 18,
})

export default lazyPage(() => import("../../../pages/marketplace/performance/shops-over-line"))
