import { existsSync } from "node:fs"
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import { z } from "@medusajs/framework/zod"
import { type Child, signalGroup } from "./child"
import { STATE, statePath } from "./paths"

const Claim = z.object({
  pid: z.number(),
  command: z.string(),
  /** Programs it started, each in a process group of its own. */
  children: z.array(z.number()),
  database_url: z.string().optional(),
})

export type Claim = z.infer<typeof Claim>

const file = () => statePath("running.json")

/** Who runs this copy of the project now, if anybody. */
export async function currentClaim(): Promise<Claim | undefined> {
  if (!existsSync(file())) {
    return undefined
  }
  const stored = Claim.safeParse(JSON.parse((await readFile(file(), "utf8").catch(() => "{}")) || "{}"))
  if (!stored.success || !(await isNodeProcess(stored.data.pid)) || stored.data.pid === process.pid) {
    return undefined
  }

  return stored.data
}

/** Whether the command may run while another one owns the project: it uses what that one has started. */
export type ClaimOptions = { beside_running?: boolean }

/**
 * Two commands on one copy would end each other's database, so one of them owns `.merkato` at a time. What a
 * killed owner left running is ended first.
 */
export async function claimProject(command: string, { beside_running }: ClaimOptions = {}) {
  await mkdir(STATE, { recursive: true })
  const owner = await currentClaim()
  if (owner && !beside_running) {
    throw new Error(
      `\`npm run ${owner.command}\` is already running in this folder (process ${owner.pid}). End it with Ctrl-C first.`
    )
  }
  if (!owner) {
    await endLeftOvers()
  }

  const claim: Claim = { pid: process.pid, command, children: [] }
  const children: Child[] = []
  let isEnding = false
  const save = async () => {
    if (!owner) {
      await writeFile(file(), JSON.stringify(claim), { mode: 0o600 })
    }
  }
  await save()

  return {
    addChild: async (child: Child) => {
      children.push(child)
      if (isEnding) {
        // Started while the command was being interrupted.
        await child.stop()
      }
      claim.children.push(child.pid)
      await save()
    },
    /** The last one started first. */
    stopChildren: async () => {
      isEnding = true
      for (const child of children.toReversed()) {
        await child.stop()
      }
    },
    setDatabase: async (url: string) => {
      claim.database_url = url
      await save()
    },
    release: async () => {
      if (!owner) {
        await rm(file(), { force: true })
      }
    },
  }
}

export type OwnClaim = Awaited<ReturnType<typeof claimProject>>

async function endLeftOvers(): Promise<void> {
  const stored = Claim.safeParse(JSON.parse(await readFile(file(), "utf8").catch(() => "{}")))
  for (const pid of stored.success ? stored.data.children : []) {
    if (!(await isNodeProcess(pid))) {
      continue
    }
    signalGroup(pid, "SIGTERM")
    for (let waited = 0; waited < 50 && (await isNodeProcess(pid)); waited += 1) {
      await sleep(100)
    }
    signalGroup(pid, "SIGKILL")
  }
}

/** A number alone may belong to another program by now. */
async function isNodeProcess(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "node")

  return command.includes("node")
}
