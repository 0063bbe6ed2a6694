import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Redis } from "ioredis"
import { freePort } from "../../../../scripts/lib/ports"

const BINARY = "redis-server"
const START_LIMIT_MS = 10_000

/** Whether the machine has a Redis; npm has none to offer. */
export const hasRedis = (): boolean => spawnSync(BINARY, ["--version"]).status === 0

/** A real Redis on a free port, which keeps nothing on disk. */
export class RedisServer {
  private child: ChildProcess | undefined

  private constructor(
    readonly port: number,
    private readonly folder: string
  ) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), await mkdtemp(join(tmpdir(), "merkato-redis-")))
    await server.start()

    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Again on the same port after `kill`, and empty. */
  async start(): Promise<void> {
    const nothing = ["--save", "", "--appendonly", "no"]
    const where = ["--bind", "127.0.0.1", "--port", String(this.port), "--dir", this.folder]
    this.child = spawn(BINARY, [...where, ...nothing], { stdio: "ignore" })
    for (const end = Date.now() + START_LIMIT_MS; ; ) {
      if (await this.ask((redis) => redis.ping()).catch(() => null)) {
        return
      }
      if (Date.now() > end || this.child.exitCode !== null) {
        throw new Error(`Redis did not start on port ${this.port}.`)
      }
    }
  }

  async keys(): Promise<string[]> {
    return (await this.ask((redis) => redis.keys("*"))).toSorted()
  }

  async empty(): Promise<void> {
    await this.ask((redis) => redis.flushall())
  }

  /** It keeps its connections, and answers none until `thaw`. */
  freeze(): void {
    this.child?.kill("SIGSTOP")
  }

  thaw(): void {
    this.child?.kill("SIGCONT")
  }

  async kill(): Promise<void> {
    const { child } = this
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL")
      await once(child, "exit")
    }
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }

  private async ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null })
    redis.on("error", () => undefined)
    try {
      await redis.connect()
      return await question(redis)
    } finally {
      redis.disconnect()
    }
  }
}
