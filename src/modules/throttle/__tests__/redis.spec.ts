import { setTimeout as sleep } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { THROTTLE_MODULE } from ".."
import type { Topic } from "../domain/limits"
import ThrottleModuleService from "../service"
import { hasRedis, RedisServer } from "./redis-server"

const isThere = hasRedis()
const itWithRedis = isThere ? it : it.skip
if (!isThere) {
  process.stderr.write(
    "SKIPPED: limits in Redis. There is no redis-server here (apt-get install redis-server).\n"
  )
}

const errors: string[] = []
const logger = {
  error: (message: string) => errors.push(message),
  warn: () => undefined,
  info: () => undefined,
}

/** What a server of its own has whose REDIS_URL is set. It must not touch the database. */
const openServer = (redis_url: string) =>
  new ThrottleModuleService({ [ContainerRegistrationKeys.LOGGER]: logger }, { redis_url })

moduleIntegrationTestRunner<ThrottleModuleService>({
  moduleName: THROTTLE_MODULE,
  resolve: "./src/modules/throttle",
  pathToMigrations: "./src/modules/throttle/migrations",
  injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: logger },
  testSuite: ({ service: withoutUrl, MikroOrmWrapper }) => {
    let redis: RedisServer
    let servers: [ThrottleModuleService, ThrottleModuleService]

    const admit = (server: ThrottleModuleService, ip: string, account = "ada", topic: Topic = "sign_in") =>
      server.admit({ topic, ip, account })
    const admitted = async (attempts: Promise<{ is_admitted: boolean }>[]) =>
      (await Promise.all(attempts)).filter(({ is_admitted }) => is_admitted).length
    /** At both servers by turns. */
    const many = (
      count: number,
      attempt: (server: ThrottleModuleService, index: number) => ReturnType<typeof admit>
    ) => Array.from({ length: count }, (_, index) => attempt(servers[index % 2]!, index))
    const rows = async () =>
      (await MikroOrmWrapper.forkManager().execute("select key from throttle_counter")) as object[]
    /** A server knows at once when its connection is gone, and a little later when it is there again. */
    const untilConnected = async () => {
      for (let tries = 0; tries < 200; tries += 1) {
        const before = (await redis.keys()).length
        await Promise.all(
          servers.map((server, index) => admit(server, `203.0.113.${tries}`, `probe-${index}-${tries}`))
        )
        // Two accounts, two pairs, one address.
        if ((await redis.keys()).length === before + 5) {
          await redis.empty()
          return
        }
        await sleep(50)
      }
      throw new Error("The servers did not come back to Redis.")
    }

    const shutDown = () =>
      Promise.all((servers ?? []).map((server) => server.__hooks.onApplicationShutdown()))
    /** On a busy machine an attempt may come before the connection: that server has said so, and is silent for a minute. */
    const openConnected = async () => {
      do {
        await shutDown()
        errors.length = 0
        servers = [openServer(redis.url), openServer(redis.url)]
        await untilConnected()
      } while (errors.length > 0)
    }

    beforeAll(async () => {
      if (isThere) {
        redis = await RedisServer.start()
      }
    })
    beforeEach(async () => {
      if (isThere) {
        await openConnected()
      }
    })
    afterEach(() => shutDown())
    afterAll(async () => {
      await redis?.stop()
    })

    itWithRedis(
      "admits parallel attempts at two servers up to the limit together, and sets one lock",
      async () => {
        expect(await admitted(many(60, (server) => admit(server, "192.0.2.1")))).toBe(5)
        expect((await redis.keys()).filter((key) => key.startsWith("sign_in:locks:"))).toHaveLength(1)
        for (const server of servers) {
          const refused = await admit(server, "192.0.2.1")
          expect(refused).toMatchObject({ is_admitted: false })
          expect("retry_after_seconds" in refused && refused.retry_after_seconds).toBeGreaterThan(50)
        }
        expect(errors).toEqual([])
      }
    )

    itWithRedis("holds an account to its limit from all addresses at both servers", async () => {
      const attempt = (server: ThrottleModuleService, host: number) =>
        admit(server, `198.51.100.${host}`, "authid_1", "second_factor")

      expect(await admitted(many(40, attempt))).toBe(5)
    })

    itWithRedis("lets one server forget what the other has counted, after a success", async () => {
      const [one, other] = servers
      await admitted(many(4, (server) => admit(server, "192.0.2.2")))
      const last = await admit(one, "192.0.2.2")
      if (!last.is_admitted) {
        throw new Error("the fifth attempt was refused")
      }
      await one.forgive(last.attempt)

      expect(await admitted(Array.from({ length: 9 }, () => admit(other, "192.0.2.2")))).toBe(5)
    })

    itWithRedis("keeps the counters in Redis alone, and without its URL in PostgreSQL alone", async () => {
      await admitted(many(10, (server) => admit(server, "192.0.2.3")))
      expect(await rows()).toEqual([])
      const keys = await redis.keys()
      expect(keys).toContain("sign_in:ip:192.0.2.3")
      expect(JSON.stringify(keys)).not.toContain("ada")

      await redis.empty()
      expect(await admitted(Array.from({ length: 9 }, () => admit(withoutUrl, "192.0.2.3")))).toBe(5)
      expect(await redis.keys()).toEqual([])
      expect((await rows()).length).toBeGreaterThan(0)
    })

    itWithRedis(
      "counts in memory, and says so, while Redis is down, and in Redis again afterwards",
      async () => {
        const [one, other] = servers
        await redis.kill()
        for (const server of servers) {
          expect(await admitted(Array.from({ length: 30 }, () => admit(server, "192.0.2.4")))).toBe(5)
          expect(await admit(server, "192.0.2.4")).toMatchObject({ is_admitted: false })
        }
        expect(errors).toEqual(Array(2).fill(expect.stringContaining("counted in memory")))
        expect(await rows()).toEqual([])

        await redis.start()
        await untilConnected()
        expect(await admitted([admit(one, "192.0.2.5"), admit(other, "192.0.2.5")])).toBe(2)
        expect(await admitted(many(9, (server) => admit(server, "192.0.2.5")))).toBe(3)
      }
    )

    itWithRedis("counts in memory while Redis keeps its connections and answers nothing", async () => {
      const [one] = servers
      redis.freeze()
      try {
        expect(await admitted(Array.from({ length: 30 }, () => admit(one, "192.0.2.6")))).toBe(5)
        expect(errors).toEqual([expect.stringContaining("counted in memory")])
      } finally {
        redis.thaw()
      }
    })
  },
})
