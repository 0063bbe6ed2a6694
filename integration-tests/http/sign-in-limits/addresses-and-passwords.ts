import { Modules } from "@medusajs/framework/utils"
import emailpass from "@medusajs/medusa/auth-emailpass"
import { lastMessage } from "../../helpers/outbox"
import { PASSWORD } from "../../helpers/people"
import type { LimitSuite } from "./suite"

export function describeAddressesAndPasswords(suite: LimitSuite): void {
  const { newMachine, sql, createBuyer, login, registerAt } = suite

  describe("one spelling of an address", () => {
    it("makes one account of every spelling", async () => {
      const registered = await registerAt(newMachine(), { email: " Ada@Example.COM ", password: PASSWORD })
      expect(registered.status).toBe(200)
      const [identity] = await suite
        .place()
        .container.resolve(Modules.AUTH)
        .listProviderIdentities({ entity_id: "ada@example.com", provider: "emailpass" })

      expect(identity).toBeDefined()
      expect((await login(newMachine(), "ADA@example.com")).status).toBe(200)
      expect(
        await sql("select id from provider_identity where lower(entity_id) = 'ada@example.com'")
      ).toHaveLength(1)
    })

    it("lets a login in that is older than this rule, as it was typed then", async () => {
      await createBuyer("older@example.com")
      await sql(
        "update provider_identity set entity_id = 'Older@Example.com' where entity_id = 'older@example.com'"
      )

      expect((await login(newMachine(), "Older@Example.com")).status).toBe(200)
      expect((await login(newMachine(), "older@example.com")).status).toBe(401)
      await newMachine()("POST", "/auth/customer/emailpass/reset-password", {
        identifier: "Older@Example.com",
      })
      expect((await lastMessage("Older@Example.com")).template).toBe("password_reset_link")
    })

    it("refuses to register what is no address", async () => {
      for (const email of ["no address", "a@b", "", `${"a".repeat(250)}@example.com`, 7]) {
        expect(await registerAt(newMachine(), { email, password: PASSWORD })).toMatchObject({
          status: 400,
          body: { code: "email_invalid" },
        })
      }
    })
  })

  describe("what may be a password", () => {
    it("is refused with a code for each reason, and counts no attempt", async () => {
      const machine = newMachine()
      const refused = [
        ["ninechars", "password_too_short"],
        ["x1y2".repeat(40), "password_too_long"],
        ["Password123!!!!", "password_common"],
        ["secure-policy@example.com", "password_contains_email"],
        [1234567890, "password_missing"],
        [undefined, "password_missing"],
      ]
      for (const [password, code] of [...refused, ...refused]) {
        expect(await registerAt(machine, { email: "secure-policy@example.com", password })).toMatchObject({
          status: 400,
          body: { code },
        })
      }
      expect(
        await sql("select id from provider_identity where entity_id = 'secure-policy@example.com'")
      ).toHaveLength(0)
    })

    it("lets a login in whose password is older than the policy", async () => {
      const { auth_identity_id } = await createBuyer("weak@example.com")
      const [{ provider_metadata }] = await sql(
        "select provider_metadata from provider_identity where auth_identity_id = ?",
        [auth_identity_id]
      )
      expect(provider_metadata.password).toEqual(expect.any(String))
      const hash = await hashOf("short")
      await sql("update provider_identity set provider_metadata = ?::jsonb where auth_identity_id = ?", [
        JSON.stringify({ password: hash }),
        auth_identity_id,
      ])

      expect((await login(newMachine(), "weak@example.com", "short")).status).toBe(200)
    })
  })
}

/** By core's own provider, which the policy of ours stands in front of. */
function hashOf(password: string): Promise<string> {
  const [Core] = emailpass.services as unknown as [
    new (cradle: object, options: object) => { hashPassword(password: string): Promise<string> },
  ]

  return new Core({}, {}).hashPassword(password)
}
