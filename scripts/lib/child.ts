import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export type ChildOptions = {
  args: string[]
  cwd: string
  env: Record<string, string | undefined>
  /** File that takes the child's whole output, or the terminal. */
  log: string | "terminal"
}

const GRACE_MS = 15_000

/** A Node program of ours in a process group of its own: Ctrl-C reaches us alone, and we end it in order. */
export class Child {
  readonly pid: number
  readonly ended: Promise<number | null>
  private isRunning = true

  constructor(private readonly options: ChildOptions) {
    const { args, cwd, env, log } = options
    const output = log === "terminal" ? undefined : openLog(log)
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: process.platform !== "win32",
      stdio: output === undefined ? ["ignore", "inherit", "inherit"] : ["ignore", output, output],
    })
    if (output !== undefined) {
      closeSync(output)
    }
    this.pid = child.pid ?? 0
    this.ended = new Promise((resolve, failed) => {
      child.once("error", failed)
      child.once("exit", (code) => {
        this.isRunning = false
        resolve(code)
      })
    })
  }

  get has_ended(): boolean {
    return !this.isRunning
  }

  async stop(): Promise<void> {
    if (!this.isRunning) {
      return
    }
    signalGroup(this.pid, "SIGTERM")
    const inTime = await Promise.race([this.ended.then(() => true), sleep(GRACE_MS, false, { ref: false })])
    if (!inTime) {
      signalGroup(this.pid, "SIGKILL")
      await this.ended
    }
  }

  /** The end of what it said, for an error message. */
  async lastWords(lines = 15): Promise<string> {
    return this.options.log === "terminal" ? "" : await tail(this.options.log, lines)
  }
}

/** Runs a program to its end; a failure carries the end of its output. */
export async function runToEnd(title: string, options: ChildOptions, onStart?: (child: Child) => void) {
  const child = new Child(options)
  onStart?.(child)
  const code = await child.ended
  if (code !== 0) {
    const how = `${title} failed (${code === null ? "it was ended" : `exit code ${code}`}).`
    throw new Error(
      options.log === "terminal"
        ? how
        : `${how} The whole output is in ${options.log}.\n${await child.lastWords(25)}`
    )
  }
}

export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
      throw error
    }
  }
}

export async function tail(path: string, lines: number): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => "")

  return text.trimEnd().split("\n").slice(-lines).join("\n")
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true })

  return openSync(path, "w")
}
