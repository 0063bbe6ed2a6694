import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { FlutterwavePaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [FlutterwavePaymentProvider] })
