import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Buildings } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.vendors",
  translationNs: "merkato",
  icon: Buildings,
  rank: 10,
})

export default lazyPage(() => import("../../../pages/marketplace/vendors/list"))
