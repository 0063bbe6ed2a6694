import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Imported before everything else: this command has a marketplace of its own, and leaves the demo's as it is. */
process.env.MERKATO_STATE = mkdtempSync(join(tmpdir(), "merkato-browser-"))
// A database of somebody's own is not for tests.
delete process.env.DATABASE_URL
