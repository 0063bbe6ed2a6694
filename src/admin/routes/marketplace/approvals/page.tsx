import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.approvals",
  translationNs: "merkato",
  icon: CheckCircle,
  rank: 20,
})

export default lazyPage(() => import("../../../pages/marketplace/approvals/list"))
