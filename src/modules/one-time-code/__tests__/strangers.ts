import type OneTimeCodeModuleService from "../service"
import { later, now, OWNER, phone, STRANGER, signIn, sms, wrongOf } from "./fixtures"

/** What somebody at another address, or at many, can do to the codes of a number. */
export function describeStrangers(service: OneTimeCodeModuleService): void {
  const redeem = (code: string, at = now, asker = OWNER) =>
    service.redeemCode({ ...signIn, asker, code, now: at })
  const guess = (code: string, asker: string, at = now) =>
    service.tryCode({ ...signIn, asker, code, now: at })

  describe("a stranger", () => {
    const exhaust = async (asker: string, at: number) => {
      for (const minute of [0, 1, 2, 3, 4]) {
        await service.issueCode({ ...sms, asker, now: later(at + minute * 60) })
      }
      await expect(service.issueCode({ ...sms, asker, now: later(at + 360) })).rejects.toMatchObject({
        code: "resend_limited",
      })
    }

    it("who uses up messages and guesses keeps the owner neither from a code nor from showing it", async () => {
      await exhaust(STRANGER, 0)
      const { code } = await service.issueCode({ ...sms, now: later(361) })
      const guesses = await Promise.all(
        Array.from({ length: 100 }, (_, index) => guess(wrongOf(code, index), STRANGER, later(362)))
      )

      expect(guesses.filter(Boolean)).toHaveLength(0)
      expect(await redeem(code, later(363), STRANGER)).toBe(false)
      expect(await redeem(code, later(363))).toBe(true)
    })

    it("at many addresses gets at most 50 guesses and 20 messages an hour for one number", async () => {
      const { code } = await service.issueCode(sms)
      const guesses = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          guess(index < 50 ? wrongOf(code, index) : code, `10.0.0.${index}`)
        )
      )
      const asked = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) => service.issueCode({ ...sms, asker: `10.0.1.${index}` }))
      )

      expect(guesses.filter(Boolean).length).toBeLessThanOrEqual(10)
      expect(await guess(code, "10.0.2.1")).toBeNull()
      expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(19)
      expect(asked.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "resend_limited", retry_after_seconds: 3600 },
      })
    })

    it("at many addresses does not hold an address from which the number was signed in lately", async () => {
      expect(await redeem((await service.issueCode(sms)).code)).toBe(true)
      const at = later(3600)
      for (let index = 0; index < 20; index++) {
        await service.issueCode({ ...sms, asker: `10.0.0.${index}`, now: at })
      }
      await Promise.all(Array.from({ length: 60 }, (_, index) => guess("000000", `10.0.1.${index}`, at)))
      await expect(service.issueCode({ ...sms, asker: "10.0.2.1", now: at })).rejects.toMatchObject({
        code: "resend_limited",
      })

      const { code } = await service.issueCode({ ...sms, now: at })
      expect(await redeem(code, at, "10.0.2.1")).toBe(false)
      expect(await redeem(code, at)).toBe(true)
      await expect(
        service.issueCode({ ...sms, asker: OWNER, destination: phone(1), now: at })
      ).resolves.toMatchObject({})
    })

    it("does not use up the messages of a second factor, which goes where its login has bound it", async () => {
      for (let index = 0; index < 20; index++) {
        await service.issueCode({ ...sms, asker: `10.0.0.${index}` })
      }
      const own = { purpose: "second_factor" as const, subject: "authid_1", asker: "authid_1" }

      await expect(service.issueCode({ ...sms, ...own })).resolves.toMatchObject({})
    })
  })
}
