import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.staff",
  translationNs: "merkato",
  icon: Users,
  rank: 75,
})

export default lazyPage(() => import("../../../pages/marketplace/staff/staff"))
