import { ModuleProvider } from "@medusajs/framework/utils"
import { PaystackGateway } from "./service"

export default ModuleProvider("gateway", { services: [PaystackGateway] })
