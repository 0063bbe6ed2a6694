import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { clientTypes } from "./lib/api-types/client-types"
import { ROOT } from "./lib/paths"

/** Writes the types of the dashboard's API client; with `--check` it only says whether they are current. */
const FILE = join(ROOT, "src/admin/lib/api/routes.gen.ts")

const { text, vague } = clientTypes()
for (const place of vague) {
  console.warn(`no type: ${place}`)
}
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text)
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error(`${FILE} is out of date: npm run client:types writes it.`)
  process.exitCode = 1
}
// The middlewares keep timers.
process.exit()
