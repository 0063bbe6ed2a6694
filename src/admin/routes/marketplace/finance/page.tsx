import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.finance",
  translationNs: "merkato",
  icon: CurrencyDollar,
  rank: 40,
})

export default lazyPage(() => import("../../../pages/marketplace/finance/books"))
