import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import type { Marketplace } from "../../helpers/create-marketplace"
import {
  type Answer,
  type Client,
  clientWith,
  createBuyer,
  PASSWORD,
  type Person,
} from "../../helpers/people"

export type Actor = "customer" | "user"
export type Claims = Record<string, unknown> & { sid: string; iat: number; exp: number; born: number }
export type ShownSession = Record<string, unknown> & { id: string }

type SessionRow = {
  started_at: Date
  last_seen_at: Date
  expires_at: Date
  revoked_because: string
}

export const FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"
export const MINUTE = 60
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const ended = { status: 401, body: { code: "session_ended" } }

/** What is there once the server has started. */
export type Place = {
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly base_url: string
  readonly database_url: string
  readonly staff_owner: Person
}

export type SessionSuite = ReturnType<typeof createSessionSuite>

let people = 0

/** What all tests of sessions share. */
export function createSessionSuite(place: () => Place) {
  const key = () => ({ "x-publishable-api-key": place().market.publishable_key })
  const address = () => `person-${++people}@example.com`
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (
      await place()
        .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(text, values as string[])
    ).rows
  const stranger = () => clientWith(place().base_url, key())
  const bearing = (token: string, more: Record<string, string> = {}, base_url = place().base_url) =>
    clientWith(base_url, { ...key(), authorization: `Bearer ${token}`, ...more })
  const login = async (actor: Actor, email: string, headers: Record<string, string> = {}) => {
    const credentials = { email, password: PASSWORD }
    const { status, body } = await stranger()<{ token: string }>(
      "POST",
      `/auth/${actor}/emailpass`,
      credentials,
      headers
    )
    expect(status).toBe(200)

    return body.token
  }
  const me = (token: string) => bearing(token)("GET", "/store/customers/me")
  /** A page of the storefront: a change by cookie is refused without its origin. */
  const browser = (cookie: string): Client =>
    clientWith(place().base_url, { ...key(), cookie, origin: "http://localhost:8000" })
  const openCookie = async (token: string, headers: Record<string, string> = {}) =>
    cookieOf(await bearing(token, headers)("POST", "/auth/session"))
  const buyerWithToken = async () => {
    const buyer = await createBuyer(place().container, address())

    return { buyer, token: await login("customer", buyer.email) }
  }
  const sessionRow = async (token: string) => {
    const [row] = await sql<SessionRow>("select * from access_session where id = ?", [claimsOf(token).sid])

    return row!
  }

  return {
    place,
    address,
    sql,
    stranger,
    bearing,
    login,
    me,
    browser,
    openCookie,
    buyerWithToken,
    sessionRow,
  }
}

export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString())

/** Signs as only the server can: to prove that a signature alone opens nothing. */
export const forge = (claims: Record<string, unknown>) =>
  generateJwtToken(claims, { secret: process.env.JWT_SECRET!, expiresIn: HOUR })

export const setCookieOf = ({ headers }: Answer<unknown>) => headers.getSetCookie()[0] ?? ""

export const cookieOf = (answer: Answer<unknown>) => setCookieOf(answer).split(";")[0]!
