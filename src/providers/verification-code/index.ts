import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { CodeVerificationProvider } from "./service"

export default ModuleProvider(Modules.AUTH, { services: [CodeVerificationProvider] })
