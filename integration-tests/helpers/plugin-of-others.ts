import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import config from "../../medusa-config"

const answer = `async (req, res) => res.json({ from: "plugin" })`

const ROUTES: Record<string, string> = {
  "admin/plain": `exports.GET = ${answer}`,
  "admin/declared": `exports.GET = ${answer}
    exports.ACCESS = { GET: { kind: "staff", permission: "orders:read", step_up: false, api_key: true } }`,
  "vendor/plain": `exports.GET = ${answer}`,
  "store/plain": `exports.GET = ${answer}`,
}

/** Installs a plugin as a third party builds it, before Medusa reads the project's configuration. */
export function installPlugin(): void {
  const folder = mkdtempSync(join(tmpdir(), "merkato-plugin-"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "plugin-of-others", version: "1.0.0" }))
  for (const [route, source] of Object.entries(ROUTES)) {
    const place = join(folder, ".medusa/server/src/api", route)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, "route.js"), source)
  }
  const { plugins = [] } = config as { plugins?: unknown[] }
  Object.assign(config, { plugins: [...plugins, { resolve: folder, options: {} }] })
}
