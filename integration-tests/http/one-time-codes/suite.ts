import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import type { Marketplace } from "../../helpers/create-marketplace"
import { lastCode, messagesTo } from "../../helpers/outbox"
import { type Client, clientWith, createBuyer, PASSWORD } from "../../helpers/people"
import { type Added, addAuthenticator } from "../../helpers/second-factor"

export type Token = { token: string }
export type Challenge = {
  token: string
  mfa_required: boolean
  mfa_challenge: { id: string; methods: string[] }
}
export type Factor = {
  mfa_factor: { id: string; status: string; metadata?: object }
  secret?: string
  token?: string
}

/** What is there once the server has started. */
export type Place = {
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly base_url: string
}

export type CodeSuite = ReturnType<typeof createCodeSuite>

let people = 0

/** What all tests of codes share. */
export function createCodeSuite(place: () => Place) {
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (
      await place()
        .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(text, values as never[])
    ).rows

  const stranger = () => clientWith(place().base_url)
  const bearing = (token: string, headers: Record<string, string> = {}) =>
    clientWith(place().base_url, { authorization: `Bearer ${token}`, ...headers })

  /** A number that nobody has, and a minute in which nothing was sent. */
  const newPhone = () => `+2348031${String(100_000 + people++).slice(0, 6)}`
  const letTimePass = () => sql("delete from code_send")
  const newEmail = () => `person${people++}@example.com`
  const forgetTries = () => sql("delete from factor_attempt")

  const askFor = (phone: string, actor = "customer", client = stranger()) =>
    client("POST", `/auth/${actor}/phone/code`, { phone })

  const codeFor = async (phone: string, actor = "customer") => {
    await letTimePass()
    const before = (await messagesTo(phone)).length
    expect(await askFor(phone, actor)).toMatchObject({ status: 201 })

    return lastCode(phone, before)
  }

  const register = (phone: string, code: string, actor = "customer") =>
    stranger()<Token>("POST", `/auth/${actor}/phone/register`, { phone, code })

  const signInByPhone = (phone: string, code: string, client = stranger()) =>
    client<Token>("POST", "/auth/customer/phone", { phone, code })

  const signInBy = async (email: string) =>
    (await stranger()<Challenge>("POST", "/auth/customer/emailpass", { email, password: PASSWORD })).body

  /** A buyer with a password and no second factor, signed in. */
  const signedInBuyer = async () => {
    const email = newEmail()
    const { auth_identity_id } = await createBuyer(place().container, email)
    const { token } = await signInBy(email)

    return { email, auth_identity_id, token }
  }

  /** A buyer with an authenticator, signed in by the session that added it. */
  const enrolled = async () => {
    const buyer = await signedInBuyer()

    return { ...buyer, ...((await addAuthenticator(bearing(buyer.token))) satisfies Added) }
  }

  /** A buyer whose login is a phone number alone, signed in. */
  const phoneBuyer = async () => {
    const phone = newPhone()
    const { body } = await register(phone, await codeFor(phone))
    const store = { "x-publishable-api-key": place().market.publishable_key }
    await bearing(body.token, store)("POST", "/store/customers", { phone })
    const back = await signInByPhone(phone, await codeFor(phone))

    return { phone, token: back.body.token }
  }

  const verify = ({ token, mfa_challenge }: Challenge, method: string, code: string) =>
    bearing(token)<Token>("POST", `/auth/mfa/challenges/${mfa_challenge.id}/verify`, { method, code })

  const wrongOf = (code: string, index = 0) => String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0")

  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>

  const signed = (claims: Record<string, unknown>) =>
    generateJwtToken(claims, { secret: process.env.JWT_SECRET, expiresIn: 1200 })

  /** The same person's token as it was when the factor was shown that long ago. */
  const aged = (token: string, seconds: number | null) => {
    const { iat: _issued, exp: _expires, ...claims } = claimsOf(token)
    const shownAt = seconds === null ? null : new Date(Date.now() - seconds * 1000).toISOString()

    return signed({ ...claims, mfa_enabled: shownAt !== null, mfa_challenge_completed_at: shownAt })
  }

  /** As if the session of a token had begun that long ago, renewed ever since. */
  const letSessionAge = (token: string, seconds: number) =>
    sql("update access_session set started_at = now() - make_interval(secs => ?) where id = ?", [
      seconds,
      claimsOf(token).sid,
    ])

  /** The same for a token of somebody who has no account yet. */
  const bornAgo = (token: string, seconds: number) => {
    const { iat: _issued, exp: _expires, ...claims } = claimsOf(token)

    return signed({ ...claims, born: Date.now() - seconds * 1000 })
  }

  /** What the onboarding of a shop asks for. */
  const verifiedPhones = async (actor: object) => {
    const rows = await sql<{ entity_id: string }>(
      `select v.entity_id from auth_verification v join auth_identity a on a.id = v.auth_identity_id
       where v.entity_type = 'phone' and v.verified_at is not null and a.app_metadata @> ?::jsonb`,
      [JSON.stringify(actor)]
    )

    return rows.map(({ entity_id }) => entity_id)
  }

  /** Somebody at another address, as the trusted proxy reports it. */
  const from = (ip: string): Client => clientWith(place().base_url, { "x-forwarded-for": ip })

  return {
    place,
    sql,
    stranger,
    bearing,
    newPhone,
    letTimePass,
    newEmail,
    forgetTries,
    askFor,
    codeFor,
    register,
    signInByPhone,
    signInBy,
    signedInBuyer,
    enrolled,
    phoneBuyer,
    verify,
    wrongOf,
    aged,
    letSessionAge,
    bornAgo,
    verifiedPhones,
    from,
  }
}
