import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DeliveryPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [DeliveryPaymentProvider] })
