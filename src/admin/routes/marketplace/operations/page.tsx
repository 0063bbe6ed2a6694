import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ServerStack } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.operations",
  translationNs: "merkato",
  icon: ServerStack,
  rank: 60,
})

export default lazyPage(() => import("../../../pages/marketplace/operations/operations"))
