import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { emptyData, type SandboxData } from "./state"

export function loadState(file: string | undefined): SandboxData {
  return file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : emptyData()
}

export function saveState(file: string | undefined, data: SandboxData): void {
  if (!file) {
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  // Written beside and moved, so that a kill never leaves half a file.
  writeFileSync(`${file}.new`, JSON.stringify(data))
  renameSync(`${file}.new`, file)
}
