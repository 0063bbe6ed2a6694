import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { CodeMfaProvider } from "./service"

export default ModuleProvider(Modules.AUTH, { services: [CodeMfaProvider] })
