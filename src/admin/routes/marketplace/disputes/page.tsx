import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { lazyPage } from "../../../components/lazy-page"

export const config = defineRouteConfig({
  label: "nav.disputes",
  translationNs: "merkato",
  icon: ChatBubbleLeftRight,
  rank: 50,
})

export default lazyPage(() => import("../../../pages/marketplace/disputes/list"))
