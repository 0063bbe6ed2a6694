import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { lazyPage } from "../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.marketplace",
  translationNs: "merkato",
  icon: BuildingStorefront,
  rank: 5,
})

export default lazyPage(() => import("../../pages/marketplace/landing/landing"))
