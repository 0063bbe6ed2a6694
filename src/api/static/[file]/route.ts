import { once } from "node:events"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { fileNotFound } from "../admit-to-export"

/** Its middleware lets staff in; pictures of the shops never come here, since express serves them before. */
export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const content = await req.scope.resolve(Modules.FILE).getDownloadStream(req.params.file!)
  // A file that there is not shows itself with the first byte alone.
  await once(content, "readable").catch(() => {
    throw fileNotFound()
  })
  res.type("text/csv").setHeader("cache-control", "private, no-store")
  await pipeline(content, res)
}
