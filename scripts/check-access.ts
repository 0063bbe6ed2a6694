import { pagesFrom } from "./lib/access/pages"
import { readRouteFiles } from "./lib/access/route-files"

/** Fails for a route file that does not say who may call each of its methods, and for a table that is out of date. */
const files = readRouteFiles()
const problems = files.flatMap(({ file, methods, declared }) => [
  ...methods
    .filter((method) => !declared[method])
    .map((method) => `${file}: ${method} has no rule in ACCESS`),
  ...Object.keys(declared)
    .filter((method) => !methods.includes(method))
    .map((method) => `${file}: ACCESS names ${method}, which the file does not answer`),
])
if (!files.length) {
  problems.push("No route file was found: the check would pass whatever they say.")
}
for (const { path } of pagesFrom(files).filter(({ is_current }) => !is_current)) {
  problems.push(`${path} is out of date: npm run docs:routes writes its tables.`)
}

for (const problem of problems) {
  console.error(problem)
}
process.exitCode = problems.length ? 1 : 0
