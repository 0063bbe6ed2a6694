import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.disputes",
  translationNs: "merkato",
  icon: ExclamationCircle,
  rank: 26,
})

export default lazyPage(() => import("../../../pages/vendor/disputes/list"))
