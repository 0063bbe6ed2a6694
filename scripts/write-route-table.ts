import { writeFileSync } from "node:fs"
import { pagesFrom } from "./lib/access/pages"
import { readRouteFiles } from "./lib/access/route-files"

/** `npm run docs:routes`: writes who may call what and which role holds what, as the code says, into the pages on both. */
for (const { path, text } of pagesFrom(readRouteFiles())) {
  writeFileSync(path, text)
}
