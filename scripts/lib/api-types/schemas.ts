import type { MiddlewareRoute } from "@medusajs/framework/http"
import middlewares from "../../../src/api/middlewares"
import type { Reads } from "../../../src/api/validate-request"

/** What each route reads, by `POST /vendor/orders/:id/cancel`: validators show their schemas. */
export function readSchemas(): Map<string, Reads> {
  const { routes = [] } = middlewares as { routes?: MiddlewareRoute[] }
  const read = new Map<string, Reads>()
  for (const { matcher, methods, middlewares: chain } of routes) {
    for (const key of keysOf(matcher, methods)) {
      const found = (chain ?? []).map((middleware) => (middleware as { reads?: Reads }).reads ?? {})
      read.set(key, Object.assign({}, read.get(key), ...found))
    }
  }

  return read
}

const keysOf = (matcher: unknown, methods: readonly string[] | string | undefined): string[] =>
  typeof matcher === "string" && methods ? [methods].flat().map((method) => `${method} ${matcher}`) : []
