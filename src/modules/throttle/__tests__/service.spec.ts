import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { THROTTLE_MODULE } from ".."
import type { Topic } from "../domain/limits"
import type ThrottleModuleService from "../service"

const errors: string[] = []
const logger = {
  error: (message: string) => errors.push(message),
  warn: () => undefined,
  info: () => undefined,
}

moduleIntegrationTestRunner<ThrottleModuleService>({
  moduleName: THROTTLE_MODULE,
  resolve: "./src/modules/throttle",
  pathToMigrations: "./src/modules/throttle/migrations",
  injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: logger },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = async (statement: string): Promise<Record<string, unknown>[]> =>
      MikroOrmWrapper.forkManager().execute(statement)
    const admit = (ip: string, account: string | null = "ada", topic: Topic = "sign_in") =>
      service.admit({ topic, ip, account })
    const admitted = async (attempts: Promise<{ is_admitted: boolean }>[]) =>
      (await Promise.all(attempts)).filter(({ is_admitted }) => is_admitted).length

    beforeEach(() => {
      errors.length = 0
    })

    it("admits parallel attempts up to the limit and no further, and sets one lock for them", async () => {
      expect(await admitted(Array.from({ length: 60 }, () => admit("192.0.2.1")))).toBe(5)
      expect(await sql("select points from throttle_counter where key like 'sign_in:locks:%'")).toEqual([
        { points: 1 },
      ])
      expect(await admit("192.0.2.1")).toMatchObject({ is_admitted: false, retry_after_seconds: 60 })
    })

    it("counts nothing against an account for what its address or pair was refused", async () => {
      await Promise.all(Array.from({ length: 60 }, () => admit("192.0.2.2")))

      expect(await sql("select points from throttle_counter where key like 'sign_in:account:%'")).toEqual([
        { points: 5 },
      ])
    })

    it("gives a success back to address and account, and forgets the failures of the pair alone", async () => {
      for (let guess = 0; guess < 4; guess += 1) {
        await admit("192.0.2.3")
        await admit("192.0.2.4")
      }
      const last = await admit("192.0.2.3")
      if (!last.is_admitted) {
        throw new Error("the fifth attempt was refused")
      }
      await service.forgive(last.attempt)

      expect(await admitted(Array.from({ length: 9 }, () => admit("192.0.2.3")))).toBe(5)
      expect(await admitted(Array.from({ length: 9 }, () => admit("192.0.2.4")))).toBe(1)
      const [account] = await sql("select points from throttle_counter where key like 'sign_in:account:%'")
      expect(account?.points).toBe(8 + 5 + 1)
    })

    it("holds a second factor to its login, from every address together", async () => {
      const attempts = Array.from({ length: 40 }, (_, host) =>
        admit(`198.51.100.${host}`, "authid_1", "second_factor")
      )

      expect(await admitted(attempts)).toBe(5)
      expect(await admitted([admit("198.51.100.99", "authid_2", "second_factor")])).toBe(1)
    })

    it("gives nothing back where successes count too", async () => {
      for (let message = 0; message < 3; message += 1) {
        const asked = await admit("192.0.2.5", "ada", "recovery")
        expect(asked.is_admitted).toBe(true)
        if (asked.is_admitted) {
          await service.forgive(asked.attempt)
        }
      }

      expect(await admit("192.0.2.5", "ada", "recovery")).toMatchObject({ is_admitted: false })
    })

    it("counts in memory, and says so once, while its table is gone", async () => {
      await sql("alter table throttle_counter rename to throttle_away")
      try {
        expect(await admitted(Array.from({ length: 30 }, () => admit("192.0.2.6")))).toBe(5)
        expect(errors).toEqual([expect.stringContaining("counted in memory")])
      } finally {
        await sql("alter table throttle_away rename to throttle_counter")
      }
    })

    it("purges counters that ran out an hour ago, and no others", async () => {
      await admit("192.0.2.7")
      const all = await sql("select key from throttle_counter")
      const inOneDay = new Date(Date.now() + 24 * 3600 * 1000)

      expect(await service.purge(new Date())).toBe(0)
      expect(await service.purge(inOneDay)).toBe(all.length)
      expect(await sql("select key from throttle_counter")).toEqual([])
    })
  },
})
