import { count, type LimitSuite, WRONG } from "./suite"

export function describeStore(suite: LimitSuite): void {
  const { from, newMachine, sql, createBuyer, login } = suite

  describe("a store that is down", () => {
    it("does not open the door: attempts are counted in memory", async () => {
      await createBuyer("outage@example.com")
      await sql("alter table throttle_counter rename to throttle_counter_away")
      try {
        const machine = newMachine()
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => login(machine, "outage@example.com", WRONG))
        )
        expect(count(answers, 401)).toBe(5)
        expect(count(answers, 429)).toBe(15)
        expect((await login(newMachine(), "outage@example.com")).status).toBe(200)
      } finally {
        await sql("alter table throttle_counter_away rename to throttle_counter")
      }
    })

    it("keeps no address and no account in clear", async () => {
      await createBuyer("private@example.com")
      await login(from("198.51.100.200"), "private@example.com", WRONG)
      const rows = await sql(
        "select key from throttle_counter where key like 'sign_in:account:%' or key like 'sign_in:pair:%'"
      )

      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain("private")
    })
  })
}
