import { writeFile } from "node:fs/promises"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { VENDOR_PERMISSIONS } from "../../src/lib/permissions"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { listBehind } from "../../src/workflows/scorecard/list-behind"
import { readScorecard } from "../../src/workflows/scorecard/read-scorecard"
import { readHome } from "../../src/workflows/vendor-home/read-home"
import { listVendorOrders } from "../../src/workflows/vendor-order/list-vendor-orders"
import { MEASURED_SHOP } from "./shop-pages-rows"

const WARM_UP = 10

type Page = { name: string; read: () => Promise<unknown> }

/** Run through `medusa exec` with a file for the figures and the number of rounds. */
export default async function runShopPages({ container, args }: ExecArgs): Promise<void> {
  const [file = "", rounds = "40"] = args
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const vendor_id = MEASURED_SHOP
  const permissions = new Set(VENDOR_PERMISSIONS)
  const now = new Date()
  const behind = { vendor_id, metric: "order_defect", settings, query: { limit: 20, offset: 0 }, now }
  const pages: Page[] = [
    { name: "home", read: () => readHome(container, { vendor_id, settings, permissions, now: new Date() }) },
    { name: "orders", read: () => listVendorOrders(container, { vendor_id }, { take: 20, skip: 0 }) },
    { name: "performance", read: () => readScorecard(container, { vendor_id, settings, now }) },
    { name: "behind", read: () => listBehind(container, behind) },
  ]
  const taken = []
  for (const page of pages) {
    taken.push({ name: page.name, ...(await measure(container, page, Number(rounds))) })
  }
  await writeFile(file, JSON.stringify(taken))
}

/** Statements are those of the last round: by then nothing is asked for the first time. */
async function measure(container: MedusaContainer, { read }: Page, rounds: number) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const ms: number[] = []
  let statements = 0
  const tick = () => {
    statements += 1
  }
  knex.on("query", tick)
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    statements = 0
    const began = performance.now()
    await read()
    if (round >= WARM_UP) {
      ms.push(performance.now() - began)
    }
  }
  knex.removeListener("query", tick)

  return { ms, statements }
}
