import { ModuleProvider } from "@medusajs/framework/utils"
import { BankGateway } from "./service"

export default ModuleProvider("gateway", { services: [BankGateway] })
