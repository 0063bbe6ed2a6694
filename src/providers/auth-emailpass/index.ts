import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { GuardedEmailPass } from "./service"

export default ModuleProvider(Modules.AUTH, { services: [GuardedEmailPass] })
