import { type ChildProcess, fork, spawn } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Marketplace, MarketplaceOptions } from "./create-marketplace"
import type { KillKind, PassedPoint } from "./kill-switch"

type Env = Record<string, string>

const ROOT = join(__dirname, "../..")
const LOADER = ["--max-semi-space-size=64", "--require", "ts-node/register/transpile-only"]
const START_LIMIT_MS = 120_000
const REACH_LIMIT_MS = 60_000

/** A server of its own process, which a test starts, freezes at points and kills. */
export class ServerProcess {
  readonly ended: Promise<NodeJS.Signals | number | null>

  private constructor(
    private readonly child: ChildProcess,
    readonly base_url: string,
    log: string
  ) {
    this.ended = new Promise((resolve) => {
      child.once("exit", (code, signal) => {
        rmSync(dirname(log), { recursive: true, force: true })
        resolve(signal ?? code)
      })
    })
  }

  static async start(env: Env): Promise<ServerProcess> {
    const log = join(mkdtempSync(join(tmpdir(), "merkato-crash-")), "server.log")
    const output = openSync(log, "w")
    const child = fork(join(__dirname, "killable-server.ts"), {
      cwd: ROOT,
      execArgv: LOADER,
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output, "ipc"],
    })
    closeSync(output)
    const port = await new Promise<number>((resolve, failed) => {
      const fail = (why: string) =>
        failed(new Error(`The server ${why}.\n${readFileSync(log, "utf8").slice(-4000)}`))
      const timer = setTimeout(() => fail("did not start in time"), START_LIMIT_MS)
      child.once("exit", (code) => fail(`ended while starting (${code})`))
      child.once("message", (message) => {
        clearTimeout(timer)
        child.removeAllListeners("exit")
        resolve((message as { port: number }).port)
      })
    })

    return new ServerProcess(child, `http://127.0.0.1:${port}`, log)
  }

  points = () => this.control<string[]>("points")
  seed = (options: MarketplaceOptions) => this.control<Marketplace>("seed", options)
  reconcile = () => this.control<Record<string, number>>("reconcile")
  startRefund = (run: string, refund: object) => this.control("start-refund", { run, refund })
  startFinishing = (run: string, request: object) => this.control("start-finishing", { run, request })
  startFollowingUp = (run: string, reference: string) =>
    this.control("start-following-up", { run, reference })
  finishRefunds = () => this.control<{ found: number }>("finish-refunds")
  openAccounts = (vendor_ids: string[]) => this.control("accounts", { vendor_ids })
  credit = (vendor_ids: string[]) => this.control("credit", { vendor_ids })
  startPayouts = (run: string) => this.control("start-payouts", { run })
  runPayouts = () => this.control("run-payouts")
  followPayouts = () => this.control("follow-payouts")
  arm = (run: string, point: string, kind: KillKind = "freeze") => this.control("arm", { run, point, kind })
  run = (run: string) => this.control<{ is_frozen: boolean; trace: PassedPoint[] }>("run", { run })

  /** False when the run went by without passing its point. */
  async untilFrozen(run: string, hasEnded: () => boolean): Promise<boolean> {
    for (let waited = 0; waited < REACH_LIMIT_MS; waited += 20) {
      if ((await this.run(run)).is_frozen) {
        return true
      }
      if (hasEnded()) {
        return (await this.run(run)).is_frozen
      }
      await sleep(20)
    }

    return false
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL")
    await this.ended
  }

  private async control<Answer>(name: string, body: object = {}): Promise<Answer> {
    const response = await fetch(`${this.base_url}/__kill/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    if (!response.ok) {
      throw new Error(`The control ${name} answered ${response.status}: ${await response.text()}`)
    }

    return (await response.json()) as Answer
  }
}

/** Creates the tables of an empty database with Medusa's own command. */
export async function migrate(env: Env): Promise<void> {
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  const args = [cli, "db:migrate", "--execute-safe-links", "--execute-safe-search", "--skip-scripts"]
  const log = join(mkdtempSync(join(tmpdir(), "merkato-crash-")), "migrate.log")
  const output = openSync(log, "w")
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
  })
  closeSync(output)
  const code = await new Promise((resolve) => child.once("exit", resolve))
  if (code !== 0) {
    throw new Error(`The migration ended with code ${code}.\n${readFileSync(log, "utf8").slice(-4000)}`)
  }
  rmSync(dirname(log), { recursive: true, force: true })
}
