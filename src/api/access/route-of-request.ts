import type { MedusaRequest } from "@medusajs/framework/http"
import { knownPaths } from "./declared-routes"

type Layer = {
  regexp?: RegExp
  route?: { path: string | RegExp; methods: Record<string, boolean> }
}

type App = { _router?: { stack: Layer[] } }

type RouteLayer = { path: string; regexp: RegExp }

let index: { stack: Layer[]; length: number; byMethod: Map<string, RouteLayer[]> } | undefined

/**
 * The path, as registered, of the route that express is going to run for a request; null when there is none. Express
 * itself decides, so that no spelling of an address (case, slashes, escapes) can be read in two ways.
 */
export function routeOfRequest(req: MedusaRequest): string | null {
  const stack = (req.app as unknown as App)._router?.stack ?? []
  const method = req.method === "HEAD" ? "get" : req.method.toLowerCase()
  const address = addressOf(req)

  return routesOf(stack, method).find(({ regexp }) => regexp.test(address))?.path ?? null
}

/** In express's own order. Middlewares of a method stand in the same list as routes: only paths of route files count. */
function routesOf(stack: Layer[], method: string): RouteLayer[] {
  if (index?.stack !== stack || index.length !== stack.length) {
    index = { stack, length: stack.length, byMethod: new Map() }
  }
  const known = index.byMethod.get(method)
  if (known) {
    return known
  }
  const paths = knownPaths()
  const routes = stack.flatMap(({ route, regexp }) =>
    regexp && route?.methods[method] && typeof route.path === "string" && paths.has(route.path)
      ? [{ path: route.path, regexp }]
      : []
  )
  index.byMethod.set(method, routes)

  return routes
}

/** The whole address: inside a middleware that is mounted on a prefix, `req.path` lacks it. */
function addressOf(req: MedusaRequest): string {
  return req.originalUrl.split("?", 1)[0] ?? "/"
}
