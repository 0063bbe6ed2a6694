import { ModuleProvider } from "@medusajs/framework/utils"
import { ManualPayoutRail } from "./service"

export default ModuleProvider("payout", { services: [ManualPayoutRail] })
