import { defineRouteConfig } from "@medusajs/admin-sdk"
import { History } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.audit",
  translationNs: "merkato",
  icon: History,
  rank: 70,
})

export default lazyPage(() => import("../../../pages/marketplace/audit/list"))
