import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Door } from "../components/door/door"

// The configuration is read from the text of this file: the zone has to stand here as it is.
export const config = defineWidgetConfig({ zone: "login.after" })

export default Door
