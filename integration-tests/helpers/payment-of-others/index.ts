import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PaymentOfOthers } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [PaymentOfOthers] })
