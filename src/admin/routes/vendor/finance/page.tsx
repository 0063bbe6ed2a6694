import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.finance",
  translationNs: "merkato",
  icon: Cash,
  rank: 60,
})

export default lazyPage(() => import("../../../pages/vendor/finance/balance"))
