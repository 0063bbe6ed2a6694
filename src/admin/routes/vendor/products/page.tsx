import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Tag } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.products",
  translationNs: "merkato",
  icon: Tag,
  rank: 30,
})

export default lazyPage(() => import("../../../pages/vendor/products/list"))
