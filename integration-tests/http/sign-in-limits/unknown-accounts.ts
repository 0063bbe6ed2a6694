import { lastMessage, messagesTo } from "../../helpers/outbox"
import { PASSWORD } from "../../helpers/people"
import { until } from "../../helpers/until"
import { expectSameTime, timed } from "./same-time"
import { type LimitSuite, type Refusal, WRONG } from "./suite"

export function describeUnknownAccounts(suite: LimitSuite): void {
  const { newMachine, bearing, createBuyer, login, registerAt, forget } = suite

  describe("an account that may not exist", () => {
    it("answers a wrong password and an unknown address alike, in the same time", async () => {
      await createBuyer("timing@example.com")
      const bodies = new Set<string>()
      const tried = async (email: string) => {
        // The limit of an account is a hundred an hour.
        await forget("sign_in:account:%")
        const { took_ms, answer } = await timed(() => login(newMachine(), email, WRONG))
        bodies.add(JSON.stringify([answer.status, answer.body]))
        return took_ms
      }

      await expectSameTime(
        () => tried("timing@example.com"),
        (round) => tried(`unknown-${round}@example.com`)
      )
      expect(bodies.size).toBe(1)
    })

    it("answers a registration of a known address like a first one, in the same time, and tells its owner", async () => {
      await createBuyer("twice@example.com")
      const tokens = new Map<string, string>()
      const registered = async (email: string) => {
        // The limit of an account is five an hour.
        await forget("registration:account:%")
        const { took_ms, answer } = await timed(() => registerAt(newMachine(), { email, password: WRONG }))
        expect(answer.status).toBe(200)
        tokens.set(email, answer.body.token)
        return took_ms
      }

      await expectSameTime(
        () => registered("twice@example.com"),
        (round) => registered(`fresh-${round}@example.com`)
      )
      expect(shape(tokens.get("twice@example.com"))).toEqual(shape(tokens.get("fresh-0@example.com")))
      expect((await lastMessage("twice@example.com")).template).toBe("login_exists")
      expect((await login(newMachine(), "twice@example.com", WRONG)).status).toBe(401)
      expect((await login(newMachine(), "twice@example.com")).status).toBe(200)
    })

    it("opens nothing with the token of a registration that was none", async () => {
      await createBuyer("decoy@example.com")
      const { body } = await registerAt(newMachine(), { email: "decoy@example.com", password: WRONG })
      const holder = bearing(body.token)

      expect(await holder("POST", "/store/customers", { first_name: "Eve" })).toMatchObject({
        status: 401,
        body: { code: "sign_in_required" },
      })
      expect((await holder("GET", "/store/customers/me")).status).toBe(401)
      expect((await holder("POST", "/auth/token/refresh")).status).toBe(401)
      expect((await holder("GET", "/admin/products")).status).toBe(401)
    })

    it("does not tell at the making of a buyer's account who else has one", async () => {
      await createBuyer("has-account@example.com")
      const { body } = await registerAt(newMachine(), { email: "asking@example.com", password: PASSWORD })
      const asking = bearing(body.token)
      const of = (email: string) => asking<Refusal>("POST", "/store/customers", { email, first_name: "Eve" })

      const taken = await of("has-account@example.com")
      const free = await of("has-no-account@example.com")
      expect(taken.body).toMatchObject({ code: "email_not_own" })
      expect(taken.body).toEqual(free.body)
      expect(await of("Asking@Example.com")).toMatchObject({
        status: 200,
        body: { customer: { email: "asking@example.com" } },
      })
    })

    it("answers a recovery of a known and of an unknown address alike, in the same time", async () => {
      await createBuyer("recovering@example.com")
      const asked = async (identifier: string) => {
        await forget("recovery:account:%")
        const { took_ms, answer } = await timed(() =>
          newMachine()("POST", "/auth/customer/emailpass/reset-password", { identifier })
        )
        expect(answer).toMatchObject({ status: 201, body: { text: "Created" } })
        // What an answer leaves to do must not run into the next one's time.
        await new Promise((done) => setTimeout(done, 300))
        return took_ms
      }

      const rounds = await expectSameTime(
        () => asked("recovering@example.com"),
        (round) => asked(`no-one-${round}@example.com`)
      )
      await until(async () => (await messagesTo("recovering@example.com")).length === rounds)
    })
  })
}

/** The claims of a token without what differs between any two logins. */
function shape(token: string | undefined) {
  const claims = JSON.parse(Buffer.from((token as string).split(".")[1] as string, "base64url").toString())

  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      name === "auth_identity_id"
        ? (value as string).replace(/[0-9A-Z]/g, "0")
        : ["iat", "exp", "born"].includes(name)
          ? typeof value
          : value,
    ])
  )
}
