import { ModuleProvider } from "@medusajs/framework/utils"
import { PaystackPayoutRail } from "./service"

export default ModuleProvider("payout", { services: [PaystackPayoutRail] })
