import { cpus } from "node:os"
import { query } from "../../scripts/lib/database"
import type { Databases } from "./databases"
import type { BenchFlags } from "./flags"

/** What has to be known to compare figures of two runs. */
export async function describeRun({ few, catalogue }: Databases, { only, quick, sizes }: BenchFlags) {
  const [version] = await query(few, "show server_version")
  const [fsync] = await query(few, "show fsync")

  return {
    at: new Date().toISOString(),
    node: process.version,
    postgres: `${version?.server_version}, fsync ${fsync?.fsync}`,
    cpus: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    scenarios: only,
    quick,
    sizes,
    catalogue,
  }
}
