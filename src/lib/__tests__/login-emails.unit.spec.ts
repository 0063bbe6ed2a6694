import { emailOfLogin, placeholderEmail, provenEmails, shownEmail } from "../login-emails"

const password = { provider: "emailpass", entity_id: " Ada@Example.com" }
const phone = { provider: "phone", entity_id: "+2348031234567" }
const google = { provider: "google", entity_id: "1234", user_metadata: { email: "Ada@Gmail.com" } }
const unknown = { provider: "oidc", entity_id: "1", user_metadata: { email: "boss@example.com" } }
const confirmed = (over: object = {}) => ({
  entity_id: "Ada@Example.com",
  entity_type: "email",
  verified_at: new Date(),
  ...over,
})

describe("the addresses of a login", () => {
  it("count as read only when a code was confirmed or a trusted provider says so", () => {
    expect(provenEmails({ provider_identities: [password, phone, unknown] })).toEqual([])
    expect(provenEmails({ provider_identities: [password], verifications: [confirmed()] })).toEqual([
      "ada@example.com",
    ])
    expect(
      provenEmails({
        provider_identities: [password],
        verifications: [confirmed({ verified_at: null }), confirmed({ entity_type: "phone" })],
      })
    ).toEqual([])
    expect(provenEmails({ provider_identities: [google] })).toEqual(["ada@gmail.com"])
  })

  it("name it, but for a login by phone, whose account gets an address that is never shown", () => {
    expect(emailOfLogin({ provider_identities: [phone, password] })).toBe("ada@example.com")
    expect(emailOfLogin({ provider_identities: [phone] })).toBeNull()
    expect(emailOfLogin({ provider_identities: [unknown] })).toBeNull()
    expect(shownEmail(placeholderEmail("authid_01ABC"))).toBeNull()
    expect(shownEmail("ada@example.com")).toBe("ada@example.com")
  })
})
