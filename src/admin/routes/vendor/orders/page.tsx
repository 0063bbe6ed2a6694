import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShoppingCart } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.orders",
  translationNs: "merkato",
  icon: ShoppingCart,
  rank: 20,
})

export default lazyPage(() => import("../../../pages/vendor/orders/list"))
