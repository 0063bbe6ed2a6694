import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CogSixTooth } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.settings",
  translationNs: "merkato",
  icon: CogSixTooth,
  rank: 90,
})

export default lazyPage(() => import("../../../pages/vendor/settings/profile"))
