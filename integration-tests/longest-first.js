const { existsSync, readdirSync, statSync } = require("node:fs")
const { join } = require("node:path")
const { default: Sequencer } = require("@jest/test-sequencer")

/**
 * Starts the longest files first, so that no core waits at the end for one that began late. jest knows durations only
 * of earlier runs, which a new machine has not had; here the size of a file and of the folder of its name stand for it.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const weights = new Map(tests.map(({ path }) => [path, weightOf(path)]))

    return [...tests].sort((a, b) => weights.get(b.path) - weights.get(a.path))
  }
}

/** Few lines that kill a server at every step, call every route, or play whole histories: the longest first. */
const PROOFS = [
  "money/through-the-service",
  "crash/killed-checkout",
  "access/route-walk-staff",
  "money/random-carts",
  "access/route-walk-shops",
  "access/cross-tenant",
  "crash/killed-money",
]

function weightOf(path) {
  const rank = PROOFS.findIndex((name) => path.endsWith(`integration-tests/${name}.spec.ts`))
  if (rank >= 0) {
    return Number.MAX_SAFE_INTEGER - rank
  }
  const folder = path.replace(/\.spec\.ts$/, "")
  const parts = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const bytes = [path, ...parts].reduce((sum, file) => sum + statSync(file).size, 0)

  // A file without a server of its own takes a few seconds, however long it is.
  return path.includes("/integration-tests/") ? bytes : bytes / 100
}

module.exports = LongestFirst
