import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.returns",
  translationNs: "merkato",
  icon: ArrowUturnLeft,
  rank: 45,
})

export default lazyPage(() => import("../../../pages/marketplace/returns/list"))
