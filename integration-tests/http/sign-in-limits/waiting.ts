import { until } from "../../helpers/until"
import { type LimitSuite, WRONG } from "./suite"

export function describeWaiting(suite: LimitSuite): void {
  const { newMachine, createBuyer, login, pass, counters } = suite

  describe("waiting", () => {
    it("locks for 1, 5, 15 and 60 minutes, says so honestly, and starts again after a success", async () => {
      await createBuyer("waiting@example.com")
      const machine = newMachine()
      const locked: number[] = []
      for (let lock = 0; lock < 5; lock += 1) {
        for (let guess = 0; guess < 5; guess += 1) {
          expect((await login(machine, "waiting@example.com", WRONG)).status).toBe(401)
        }
        const refused = await login(machine, "waiting@example.com")
        expect(refused.status).toBe(429)
        locked.push(Number(refused.headers.get("retry-after")))
        const again = Number((await login(machine, "waiting@example.com")).headers.get("retry-after"))
        expect(again).toBeLessThanOrEqual(locked[lock] as number)
        expect(again).toBeGreaterThan((locked[lock] as number) - 10)
        await pass(again)
      }
      expect(locked).toEqual([60, 300, 900, 3600, 3600])

      const kept = async () => [await counters("sign_in:pair:%"), await counters("sign_in:locks:%")] as const
      const [pairs, locks] = await kept()
      expect((await login(machine, "waiting@example.com")).status).toBe(200)
      // After the answer.
      await until(async () => (await kept()).join() === `${pairs - 1},${locks - 1}`)
      for (let guess = 0; guess < 5; guess += 1) {
        expect((await login(machine, "waiting@example.com", WRONG)).status).toBe(401)
      }
      const refused = await login(machine, "waiting@example.com", WRONG)
      expect(refused.headers.get("retry-after")).toBe("60")
    })

    it("still waits some seconds before the time that was told, and no longer after it", async () => {
      await createBuyer("honest@example.com")
      const machine = newMachine()
      for (let guess = 0; guess < 6; guess += 1) {
        await login(machine, "honest@example.com", WRONG)
      }
      const seconds = Number((await login(machine, "honest@example.com")).headers.get("retry-after"))
      await pass(seconds - 10)
      expect((await login(machine, "honest@example.com")).status).toBe(429)
      await pass(10)
      expect((await login(machine, "honest@example.com")).status).toBe(200)
    })
  })
}
