import { ModuleProvider } from "@medusajs/framework/utils"
import { FlutterwavePayoutRail } from "./service"

export default ModuleProvider("payout", { services: [FlutterwavePayoutRail] })
