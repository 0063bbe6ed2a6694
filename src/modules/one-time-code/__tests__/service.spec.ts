import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { ONE_TIME_CODE_MODULE } from ".."
import type OneTimeCodeModuleService from "../service"
import type { CodePurpose } from "../types"

const now = new Date("2026-11-25T10:00:00Z")
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

const PHONE = "+2348031234567"
const signIn = { purpose: "sign_in" as CodePurpose, subject: "", destination: PHONE }
const sms = { ...signIn, channel: "sms" as const, now }
const options = {
  secret: "s".repeat(32),
  sms: { countries: ["NG", "KE"], hourly_limit: 30, daily_limit: 40, country_daily_limit: 35 },
}

const logged: string[] = []
const log = (line: string) => void logged.push(line)

/** Another number of the same country for each index. */
const phone = (index: number) => `+23480312${String(10_000 + index)}`

moduleIntegrationTestRunner<OneTimeCodeModuleService>({
  moduleName: ONE_TIME_CODE_MODULE,
  resolve: "./src/modules/one-time-code",
  pathToMigrations: "./src/modules/one-time-code/migrations",
  moduleOptions: options,
  injectedDependencies: { logger: { error: log, warn: log, info: () => undefined, debug: () => undefined } },
  testSuite: ({ service }) => {
    const wrongOf = (code: string, index = 0) =>
      String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0")
    const redeem = (code: string, at = now) => service.redeemCode({ ...signIn, code, now: at })

    describe("a code", () => {
      it("admits at most five of 100 guesses at the same moment, and then not even the right one", async () => {
        const { code } = await service.issueCode(sms)

        const guesses = await Promise.all(
          Array.from({ length: 100 }, (_, index) =>
            service.tryCode({ ...signIn, code: wrongOf(code, index), now })
          )
        )
        const [row] = await service.listOneTimeCodes({})

        expect(guesses.filter(Boolean)).toHaveLength(0)
        expect(row?.attempts).toBe(5)
        expect(await redeem(code)).toBe(false)
      })

      it("is used once, however many show it at the same moment", async () => {
        const { code } = await service.issueCode(sms)

        const shown = await Promise.all(Array.from({ length: 5 }, () => redeem(code)))

        expect(shown.filter(Boolean)).toHaveLength(1)
        expect(await redeem(code)).toBe(false)
      })

      it("is of one purpose, one subject and one destination", async () => {
        const { code } = await service.issueCode(sms)

        expect(await service.redeemCode({ ...signIn, purpose: "phone_change", code, now })).toBe(false)
        expect(await service.redeemCode({ ...signIn, subject: "authid_1", code, now })).toBe(false)
        expect(await service.redeemCode({ ...signIn, destination: phone(1), code, now })).toBe(false)
        expect(await redeem(code)).toBe(true)
      })

      it("holds for ten minutes", async () => {
        const { code } = await service.issueCode(sms)

        expect(await redeem(code, later(600))).toBe(false)
        expect(await redeem(code, later(599))).toBe(true)
      })

      it("dies with the next one, also when it was looked at before", async () => {
        const { code } = await service.issueCode(sms)
        const looked = await service.tryCode({ ...signIn, code, now })
        await service.issueCode({ ...sms, now: later(60) })

        expect(looked).not.toBeNull()
        expect(await service.consumeCode(looked!, later(60))).toBe(false)
        expect(await redeem(code, later(60))).toBe(false)
      })

      it("is nowhere in the database", async () => {
        const { code } = await service.issueCode(sms)
        const rows = await service.listOneTimeCodes({})

        expect(rows).toHaveLength(1)
        expect(JSON.stringify(rows.map(({ destination: _, ...row }) => row))).not.toContain(code)
      })
    })

    describe("messages", () => {
      it("go to a destination once a minute, also when many ask at the same moment", async () => {
        const asked = await Promise.allSettled(Array.from({ length: 20 }, () => service.issueCode(sms)))
        const refused = asked.filter(({ status }) => status === "rejected") as PromiseRejectedResult[]

        expect(refused).toHaveLength(19)
        expect(refused[0]?.reason).toMatchObject({ code: "resend_limited", retry_after_seconds: 60 })
        await expect(service.issueCode({ ...sms, now: later(59) })).rejects.toMatchObject({
          retry_after_seconds: 1,
        })
        await expect(service.issueCode({ ...sms, now: later(60) })).resolves.toMatchObject({})
      })

      it("go to a destination five times an hour", async () => {
        for (const minute of [0, 1, 2, 3, 4]) {
          await service.issueCode({ ...sms, now: later(minute * 60) })
        }

        await expect(service.issueCode({ ...sms, now: later(600) })).rejects.toMatchObject({
          code: "resend_limited",
          retry_after_seconds: 3000,
        })
        await expect(service.issueCode({ ...sms, now: later(3600) })).resolves.toMatchObject({})
        await expect(service.issueCode({ ...sms, now: later(3659) })).rejects.toMatchObject({
          code: "resend_limited",
        })
      })

      it("by SMS stay within the budget of the hour, also when all ask at the same moment", async () => {
        const ask = (count: number, from: number, at = now) =>
          Promise.allSettled(
            Array.from({ length: count }, (_, index) =>
              service.issueCode({ ...sms, destination: phone(from + index), now: at })
            )
          )
        const asked = await ask(60, 0)
        const sent = asked.filter(({ status }) => status === "fulfilled")
        const refused = asked.filter(({ status }) => status === "rejected") as PromiseRejectedResult[]

        expect(sent).toHaveLength(30)
        expect(refused.map(({ reason }) => reason.code)).toEqual(Array(30).fill("sms_budget_used_up"))
        expect(refused[0]?.reason.retry_after_seconds).toBe(3600)
        expect(logged).toEqual([
          "SMS are refused, now to NG: the budget is used up of the hour from 2026-11-25T10:00:00.000Z (30).",
        ])
        expect(await service.listOneTimeCodes({}, { take: null })).toHaveLength(30)

        // An hour later five are left of what the country may have in a day, and five more for any other.
        const next = await ask(10, 100, later(3600))
        expect(next.filter(({ status }) => status === "fulfilled")).toHaveLength(5)
        const kenyan = (index: number) => ({ ...sms, destination: `+25471234500${index}`, now: later(3600) })
        for (const index of [0, 1, 2, 3, 4]) {
          await service.issueCode(kenyan(index))
        }
        await expect(service.issueCode(kenyan(5))).rejects.toMatchObject({ code: "sms_budget_used_up" })
      })

      it("by SMS go to the countries that are served alone, and cost nothing otherwise", async () => {
        for (const destination of ["+33612345678", "+12025550123", "+8801712345678"]) {
          await expect(service.issueCode({ ...sms, destination })).rejects.toMatchObject({
            code: "phone_country_refused",
          })
        }
        expect(await service.listOneTimeCodes({})).toHaveLength(0)
      })

      it("by e-mail cost no SMS", async () => {
        for (let index = 0; index < 45; index++) {
          await service.issueCode({ ...sms, channel: "email", destination: `buyer${index}@example.com` })
        }
        await expect(service.issueCode(sms)).resolves.toMatchObject({})
      })
    })

    describe("second factors", () => {
      const auth_identity_id = "authid_1"

      it("are never accepted twice: of 50 that show the same code at the same moment, one is let through", async () => {
        const claim = (at = now) => service.claimFactorCode({ auth_identity_id, code: "123456", now: at })

        const claims = await Promise.all(Array.from({ length: 50 }, () => claim()))

        expect(claims.filter(Boolean)).toHaveLength(1)
        expect(await claim(later(299))).toBe(false)
        expect(await claim(later(300))).toBe(true)
        expect(await service.claimFactorCode({ auth_identity_id: "authid_2", code: "123456", now })).toBe(
          true
        )
      })

      it("may be tried five times in a quarter of an hour, also 100 times at the same moment", async () => {
        const take = (at = now) => service.takeFactorTry({ auth_identity_id, now: at })

        const tries = await Promise.all(Array.from({ length: 100 }, () => take()))

        expect(tries.filter(({ is_allowed }) => is_allowed)).toHaveLength(5)
        expect(await take(later(600))).toEqual({ is_allowed: false, retry_after_seconds: 300 })
        expect(await take(later(900))).toEqual({ is_allowed: true })
        expect(await service.takeFactorTry({ auth_identity_id: "authid_2", now })).toEqual({
          is_allowed: true,
        })
      })

      it("may be tried anew after a right one", async () => {
        for (let index = 0; index < 5; index++) {
          await service.takeFactorTry({ auth_identity_id, now })
        }
        await service.forgetFactorTries(auth_identity_id)

        expect(await service.takeFactorTry({ auth_identity_id, now })).toEqual({ is_allowed: true })
      })
    })

    it("sweeps what has run out and keeps what still counts", async () => {
      await service.issueCode(sms)
      await service.issueCode({ ...sms, destination: phone(1), now: later(2 * 86_400) })
      await service.claimFactorCode({ auth_identity_id: "authid_1", code: "123456", now: later(2 * 86_400) })

      await service.sweep(later(2 * 86_400 + 30))

      expect((await service.listOneTimeCodes({})).map(({ destination }) => destination)).toEqual([phone(1)])
      expect(
        await service.claimFactorCode({
          auth_identity_id: "authid_1",
          code: "123456",
          now: later(2 * 86_400 + 30),
        })
      ).toBe(false)
      await expect(
        service.issueCode({ ...sms, destination: phone(1), now: later(2 * 86_400 + 30) })
      ).rejects.toMatchObject({ code: "resend_limited" })
    })
  },
})
