import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join, relative } from "node:path"
import { ROOT } from "./paths"

const NOT_BUILT = new Set(["__tests__", "node_modules"])

/** Changes whenever one of the named files, or a file below one of the named folders, changes. */
export async function fingerprint(
  names: string[],
  matters: (path: string) => boolean = () => true
): Promise<string> {
  const hash = createHash("sha256")
  const files = (await Promise.all(names.map((name) => filesBelow(join(ROOT, name))))).flat()
  for (const path of files.toSorted()) {
    const name = relative(ROOT, path)
    if (matters(name)) {
      hash
        .update(`${name}\0`)
        .update(await readFile(path))
        .update("\0")
    }
  }

  return hash.digest("hex")
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") {
      return undefined
    }
    if (error.code === "ENOENT") {
      return []
    }
    throw error
  })
  if (!entries) {
    return [path]
  }
  const wanted = entries.filter((entry) => !NOT_BUILT.has(entry.name))

  return (await Promise.all(wanted.map((entry) => filesBelow(join(path, entry.name))))).flat()
}
