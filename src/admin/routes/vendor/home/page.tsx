import { defineRouteConfig } from "@medusajs/admin-sdk"
import { House } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.home",
  translationNs: "merkato",
  icon: House,
  rank: 10,
})

export default lazyPage(() => import("../../../pages/vendor/home/home"))
