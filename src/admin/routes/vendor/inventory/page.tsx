import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Buildings } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.inventory",
  translationNs: "merkato",
  icon: Buildings,
  rank: 40,
})

export default lazyPage(() => import("../../../pages/vendor/inventory/levels"))
