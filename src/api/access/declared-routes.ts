import { readdir } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { configManager } from "@medusajs/framework/config"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { logger } from "@medusajs/framework/logger"
import { dynamicImport, getResolvedPlugins } from "@medusajs/framework/utils"
import { type AccessRule, HTTP_METHODS, type RouteAccess } from "../../lib/route-access"

export type DeclaredRoutes = {
  /** The path of every route file of core, the project and its plugins. */
  paths: ReadonlySet<string>
  /** By `GET /vendor/orders/:id`. */
  rules: ReadonlyMap<string, AccessRule>
  /** Routes of plugins without a rule, in the same form. */
  undeclared: readonly string[]
}

const CORE_API = join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist/api")

let loading: Promise<DeclaredRoutes> | undefined
let loaded: DeclaredRoutes | undefined

/** What the route files of the project and of its plugins declare as `ACCESS`, read once per process. */
export function loadDeclaredRoutes(): Promise<DeclaredRoutes> {
  loading ??= readDeclarations().then((declared) => {
    loaded = declared

    return declared
  })

  return loading
}

/** No request goes further before it is known who may call what. */
export async function awaitDeclaredRoutes(
  _: MedusaRequest,
  __: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await loadDeclaredRoutes()
  next()
}

export function knownPaths(): ReadonlySet<string> {
  if (!loaded) {
    throw new RangeError("the declared routes are not loaded: awaitDeclaredRoutes has not run")
  }

  return loaded.paths
}

async function readDeclarations(): Promise<DeclaredRoutes> {
  const plugins = await getResolvedPlugins(configManager.baseDir, configManager.config, true)
  const paths = new Set<string>()
  for (const file of await routeFilesIn(CORE_API)) {
    paths.add(routePath(relative(CORE_API, file)))
  }
  const rules = new Map<string, AccessRule>()
  const undeclared: string[] = []
  for (const plugin of plugins) {
    const folder = join(plugin.resolve, "api")
    for (const file of await routeFilesIn(folder)) {
      paths.add(routePath(relative(folder, file)))
      const exported = (await dynamicImport(file)) as Record<string, unknown>
      readFile(routePath(relative(folder, file)), exported, { rules, undeclared })
    }
  }
  announce(undeclared)

  return { paths, rules, undeclared }
}

function readFile(
  path: string,
  exported: Record<string, unknown>,
  into: { rules: Map<string, AccessRule>; undeclared: string[] }
): void {
  const access = (exported.ACCESS ?? {}) as RouteAccess
  for (const method of HTTP_METHODS.filter((name) => name in exported)) {
    const rule = access[method]
    const key = `${method} ${path}`
    if (rule) {
      into.rules.set(key, rule)
    } else {
      into.undeclared.push(key)
    }
  }
}

/** An operator reads here, at every start, what third parties have added and what nobody but the owner can call. */
function announce(undeclared: string[]): void {
  for (const key of undeclared) {
    const fate = /^\S+ \/(admin|vendor)\b/.test(key)
      ? "only the platform's owner can call it"
      : "it stays as its author made it"
    logger.warn(`The route ${key} declares no access: ${fate}.`)
  }
}

async function routeFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])

  return entries
    .filter((entry) => entry.isFile() && /^route\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The same rule by which Medusa makes a path from a file: `[id]` becomes `:id`. */
function routePath(file: string): string {
  const folders = file.split(sep).slice(0, -1)

  return `/${folders.map((folder) => folder.replace(/\[(\w+)\]/, ":$1")).join("/")}`
}
