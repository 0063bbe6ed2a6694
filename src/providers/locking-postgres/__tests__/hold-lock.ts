import { ContainerRegistrationKeys, ModulesSdkUtils } from "@medusajs/framework/utils"
import { PostgresLockingProvider } from "../service"

/** Another process of the tests: it takes a lock, says so, and stays until it is killed. */
const [key = "", clientUrl] = process.argv.slice(2)
const locks = new PostgresLockingProvider({
  [ContainerRegistrationKeys.PG_CONNECTION]: ModulesSdkUtils.createPgConnection({ clientUrl }),
  [ContainerRegistrationKeys.LOGGER]: console,
})

locks.acquire(key, { ownerId: "child", expire: 600 }).then(() => process.send?.("held"))
setInterval(() => undefined, 1000)
