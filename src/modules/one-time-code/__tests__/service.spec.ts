import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { ONE_TIME_CODE_MODULE } from ".."
import type OneTimeCodeModuleService from "../service"
import { later, now, OWNER, options, PHONE, phone, STRANGER, signIn, sms, wrongOf } from "./fixtures"
import { describeStrangers } from "./strangers"

const logged: string[] = []
const log = (line: string) => void logged.push(line)

moduleIntegrationTestRunner<OneTimeCodeModuleService>({
  moduleName: ONE_TIME_CODE_MODULE,
  resolve: "./src/modules/one-time-code",
  pathToMigrations: "./src/modules/one-time-code/migrations",
  moduleOptions: options,
  injectedDependencies: { logger: { error: log, warn: log, info: () => undefined, debug: () => undefined } },
  testSuite: ({ service }) => {
    const redeem = (code: string, at = now, asker = OWNER) =>
      service.redeemCode({ ...signIn, asker, code, now: at })
    const guess = (code: string, asker: string, at = now) =>
      service.tryCode({ ...signIn, asker, code, now: at })

    beforeEach(() => {
      logged.length = 0
    })

    describe("a code", () => {
      it("admits at most five of 100 guesses at the same moment, and then not even the right one", async () => {
        const { code } = await service.issueCode(sms)

        const guesses = await Promise.all(
          Array.from({ length: 100 }, (_, index) =>
            service.tryCode({ ...signIn, code: wrongOf(code, index), now })
          )
        )

        expect(guesses.filter(Boolean)).toHaveLength(0)
        expect(await redeem(code)).toBe(false)
        // The right one among them is found within the five alone.
        await service.issueCode({ ...sms, now: later(60) })
        const late = await Promise.all(
          Array.from({ length: 100 }, (_, index) =>
            guess(index < 50 ? wrongOf(code, index) : code, OWNER, later(60))
          )
        )
        expect(late.filter(Boolean).length).toBeLessThanOrEqual(5)
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

      it("of a login dies with the next one that the login asks for, also when it was looked at before", async () => {
        const key = { purpose: "verification" as const, subject: "authid_1", asker: "authid_1" }
        const { code } = await service.issueCode({ ...sms, ...key })
        const looked = await service.tryCode({ ...signIn, ...key, code, now })
        await service.issueCode({ ...sms, ...key, now: later(60) })

        expect(looked).not.toBeNull()
        expect(await service.consumeCode(looked!, later(60))).toBe(false)
        expect(await service.redeemCode({ ...signIn, ...key, code, now: later(60) })).toBe(false)
      })

      it("for a sign-in outlives every request of a stranger, and stays one code while it is young", async () => {
        const { code } = await service.issueCode(sms)
        const again = await service.issueCode({ ...sms, asker: STRANGER, now: later(30) })
        expect(again.code).toBe(code)

        // Ten minutes after the first message a new one is made; the second message's still holds its ten minutes.
        const next = await service.issueCode({ ...sms, asker: STRANGER, now: later(600) })
        expect(next.code).not.toBe(code)
        expect(await guess(code, OWNER, later(629))).not.toBeNull()
        expect(await guess(code, OWNER, later(630))).toBeNull()
        expect(await redeem(next.code, later(630))).toBe(true)
      })

      it("that is shown ends every other that is open", async () => {
        const first = await service.issueCode(sms)
        await service.issueCode({ ...sms, now: later(599) })
        const second = await service.issueCode({ ...sms, now: later(660) })

        expect(second.code).not.toBe(first.code)
        expect(await redeem(first.code, later(661))).toBe(true)
        expect(await redeem(second.code, later(661))).toBe(false)
        expect((await service.issueCode({ ...sms, now: later(720) })).code).not.toBe(second.code)
      })

      it("is nowhere in the database", async () => {
        const { code } = await service.issueCode(sms)
        const rows = await service.listOneTimeCodes({})

        expect(rows).toHaveLength(1)
        expect(JSON.stringify(rows.map(({ destination: _, ...row }) => row))).not.toContain(code)
      })
    })

    describeStrangers(service)

    it("a warning waits for no code that was sent before it, and costs an SMS", async () => {
      await service.issueCode(sms)
      for (let index = 0; index < 29; index++) {
        await service.countNotice({ channel: "sms", destination: PHONE, now })
      }
      await expect(service.countNotice({ channel: "sms", destination: PHONE, now })).rejects.toMatchObject({
        code: "sms_budget_used_up",
      })
      await expect(
        service.countNotice({ channel: "email", destination: "a@example.com", now })
      ).resolves.toBeUndefined()
    })

    describe("messages", () => {
      it("go from one asker to a destination once a minute, also when many ask at the same moment", async () => {
        const asked = await Promise.allSettled(Array.from({ length: 20 }, () => service.issueCode(sms)))
        const refused = asked.filter(({ status }) => status === "rejected") as PromiseRejectedResult[]

        expect(refused).toHaveLength(19)
        expect(refused[0]?.reason).toMatchObject({ code: "resend_limited", retry_after_seconds: 60 })
        await expect(service.issueCode({ ...sms, now: later(59) })).rejects.toMatchObject({
          retry_after_seconds: 1,
        })
        await expect(service.issueCode({ ...sms, now: later(60) })).resolves.toMatchObject({})
      })

      it("go from one asker to a destination five times an hour", async () => {
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
