import { clientWith } from "../../helpers/people"
import { until } from "../../helpers/until"
import { count, inBatches, type LimitSuite, WRONG } from "./suite"

export function describeGuessing(suite: LimitSuite): void {
  const { from, newMachine, createBuyer, login, sql, counters } = suite

  describe("guessing a password", () => {
    it("admits five of a hundred parallel guesses from one address", async () => {
      await createBuyer("parallel@example.com")
      const machine = newMachine()
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => login(machine, "parallel@example.com", WRONG))
      )

      expect(count(answers, 401)).toBe(5)
      expect(count(answers, 429)).toBe(95)
      expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
        code: "too_many_attempts",
      })
    })

    it("admits a hundred guesses an hour from any number of addresses", async () => {
      await createBuyer("crowd@example.com")
      const answers = await inBatches(130, () => login(newMachine(), "crowd@example.com", WRONG))

      expect(count(answers, 401)).toBe(100)
      expect(count(answers, 429)).toBe(30)
    })

    it("lets the owner in from where they have signed in before, while others guess", async () => {
      await createBuyer("owner@example.com")
      const home = newMachine()
      const known = await counters("sign_in:known:%")
      expect((await login(home, "owner@example.com")).status).toBe(200)
      await until(async () => (await counters("sign_in:known:%")) === known + 1)
      await inBatches(110, () => login(newMachine(), "owner@example.com", WRONG))

      expect((await login(newMachine(), "owner@example.com")).status).toBe(429)
      expect((await login(home, "owner@example.com")).status).toBe(200)
    })

    it("counts one login once, for whichever actor and in whichever spelling it is tried", async () => {
      await createBuyer("spelling@example.com")
      const machine = newMachine()
      const tries = [
        ["customer", "spelling@example.com"],
        ["user", "Spelling@Example.com"],
        ["customer", "  SPELLING@EXAMPLE.COM "],
        ["user", "ｓpelling@example.com"],
        ["customer", "spellinG@example.com"],
        ["user", "spelling@example.com"],
      ] as const
      const statuses: number[] = []
      for (const [actor, email] of tries) {
        statuses.push((await login(machine, email, WRONG, actor)).status)
      }

      expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    })

    it("is not got around by another way to write the address of the route, nor by GET", async () => {
      await createBuyer("routes@example.com")
      const machine = newMachine()
      const body = { email: "routes@example.com", password: WRONG }
      for (const path of [
        "/auth/customer/emailpass/",
        "/AUTH/customer/emailpass",
        "/auth/customer/%65mailpass",
      ]) {
        expect((await machine("POST", path, body)).status).toBe(401)
      }
      expect((await login(machine, "routes@example.com", WRONG)).status).toBe(401)
      expect((await login(machine, "routes@example.com", WRONG)).status).toBe(401)
      expect((await machine("POST", "/auth/customer/emailpass/", body)).status).toBe(429)
      expect((await machine("GET", "/auth/customer/emailpass")).status).not.toBe(429)
    })

    it("stops one machine after a hundred guesses, whatever it says its address is", async () => {
      const answers = await inBatches(120, (index) => {
        const said = `203.0.113.${index}`
        const spoofing = clientWith(suite.place().base_url, {
          "x-forwarded-for": `${said}, 198.51.100.7`,
          "x-real-ip": said,
          "x-client-ip": said,
          forwarded: `for=${said}`,
          "true-client-ip": said,
        })
        return login(spoofing, `nobody-${index}@example.com`, WRONG)
      })

      expect(count(answers, 401)).toBe(100)
      expect(count(answers, 429)).toBe(20)
    })

    it("takes the addresses of one IPv6 network for one", async () => {
      await createBuyer("six@example.com")
      const statuses: number[] = []
      for (let host = 1; host <= 6; host += 1) {
        statuses.push((await login(from(`2001:db8:1:2::${host}`), "six@example.com", WRONG)).status)
      }

      expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    })

    it("does not give a machine's guesses back for a sign-in of its own", async () => {
      await createBuyer("attacker@example.com")
      const attacker = "192.0.2.77"
      const points = async (ip: string) =>
        (await sql("select points from throttle_counter where key = ?", [`sign_in:ip:${ip}`]))[0].points
      for (let batch = 0; batch < 4; batch += 1) {
        await Promise.all(
          Array.from({ length: 24 }, (_, index) =>
            login(from(attacker), `v${batch}-${index}@example.com`, WRONG)
          )
        )
        expect((await login(from(attacker), "attacker@example.com")).status).toBe(200)
        // The sign-in itself is given back after its answer.
        await until(async () => (await points(attacker)) === 24 * (batch + 1))
      }
      const more = await Promise.all(
        Array.from({ length: 10 }, (_, index) => login(from(attacker), `w${index}@example.com`, WRONG))
      )

      expect(count(more, 401)).toBe(4)
    })
  })
}
