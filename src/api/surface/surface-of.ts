import type { MedusaRequest } from "@medusajs/framework/http"
import { parseCorsOrigins } from "@medusajs/framework/utils"
import { loadEnv } from "../../lib/env"

export const SURFACES = ["admin", "app", "auth", "hooks", "static", "store", "vendor"] as const

export type Surface = (typeof SURFACES)[number] | "other"

/** The part of the server that an address belongs to. Express takes paths in any case, so this does too. */
export function surfaceOf(address: string): Surface {
  const first = /^\/([^/?#]*)/.exec(address)?.[1]?.toLowerCase()

  return SURFACES.find((name) => name === first) ?? "other"
}

/** The address as the client wrote it: a middleware that is mounted on a prefix sees less in `req.path`. */
export const pathOf = (req: Pick<MedusaRequest, "originalUrl">): string =>
  req.originalUrl.split("?", 1)[0] ?? "/"

/** Which pages of other origins may call a surface with the visitor's cookie, as `cors` takes them. */
export function originsOf(surface: Surface): (string | RegExp)[] {
  const env = loadEnv()
  const lists: Partial<Record<Surface, string>> = {
    admin: env.ADMIN_CORS,
    auth: env.AUTH_CORS,
    store: env.STORE_CORS,
    vendor: env.VENDOR_CORS ?? env.ADMIN_CORS,
  }

  return parseCorsOrigins(lists[surface] ?? "")
}
