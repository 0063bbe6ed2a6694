import { ModuleProvider } from "@medusajs/framework/utils"
import { FlutterwaveGateway } from "./service"

export default ModuleProvider("gateway", { services: [FlutterwaveGateway] })
