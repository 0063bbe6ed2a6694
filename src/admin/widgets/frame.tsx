import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Frame } from "../components/frame/frame"

// The configuration is read from the text of this file: the zone has to stand here as it is.
export const config = defineWidgetConfig({ zone: "topbar" })

export default Frame
