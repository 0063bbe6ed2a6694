import { ModuleProvider } from "@medusajs/framework/utils"
import { CashGateway } from "./service"

export default ModuleProvider("gateway", { services: [CashGateway] })
