import type { MedusaContainer } from "@medusajs/framework/types"
import { AUDIT_MODULE } from "../../../src/modules/audit"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import type { Marketplace } from "../../helpers/create-marketplace"
import { lastCode, lastMessage } from "../../helpers/outbox"
import { type Client, clientWith, PASSWORD, signIn } from "../../helpers/people"
import { Authenticator } from "../../helpers/second-factor"

/** What all tests of the people of a shop share: two shops, whose owners have shown a second factor. */
export type TeamSuite = {
  readonly base_url: string
  readonly container: MedusaContainer
  readonly market: Marketplace
  /** Of the first shop, with a fresh second factor. */
  readonly owner: Client
  readonly second_owner: Client
  /** Of the second shop, with a fresh second factor. */
  readonly stranger: Client
}

export const shopOf = (suite: TeamSuite, index: 0 | 1): string => suite.market.vendors[index]!.id

export const vendorsOf = (suite: TeamSuite) => suite.container.resolve<VendorModuleService>(VENDOR_MODULE)

type Token = { token: string }

/** A login that has just signed up and has no account yet. */
export async function signUp(suite: TeamSuite, email: string): Promise<Client> {
  const { body } = await clientWith(suite.base_url)<Token>("POST", "/auth/user/emailpass/register", {
    email,
    password: PASSWORD,
  })

  return clientWith(suite.base_url, { authorization: `Bearer ${body.token}` })
}

/** What the sign-up's token becomes once the login has an account. */
export async function refreshed(suite: TeamSuite, client: Client): Promise<Client> {
  const { body } = await client<Token>("POST", "/auth/token/refresh")

  return clientWith(suite.base_url, { authorization: `Bearer ${body.token}` })
}

/** Proves, by the code that is sent there, that the login reads the address. */
export async function confirmEmail(client: Client, email: string): Promise<void> {
  const asked = await client("POST", "/auth/verification/request", {
    entity_id: email,
    entity_type: "email",
    code_provider: "code",
  })
  const confirmed = await client("POST", "/auth/verification/confirm", {
    code: await lastCode(email),
    code_provider: "code",
  })
  if (confirmed.status !== 200) {
    throw new Error(`${email} was not confirmed: ${asked.status} ${JSON.stringify(confirmed.body)}`)
  }
}

/** Signs in, adds a second factor and goes on with the token that it has been shown for. */
export async function signInSteppedUp(baseUrl: string, email: string): Promise<Client> {
  const client = await signIn(baseUrl, "user", email)
  const { body } = await client<{ mfa_factor: { id: string }; secret: string }>("POST", "/auth/mfa/factors", {
    provider: "totp",
  })
  const code = await new Authenticator(body.secret).code()
  const proved = await client<Token>("POST", `/auth/mfa/factors/${body.mfa_factor.id}/verify`, { code })

  return clientWith(baseUrl, { authorization: `Bearer ${proved.body.token}` })
}

export async function tokenOfInvitation(email: string, after = 0): Promise<string> {
  const { text } = await lastMessage(email, after)

  return /token=([\w-]{43})/.exec(text)?.[1] ?? ""
}

/** Invites an address and reads the token from its mailbox, where alone it is. */
export async function invite(
  client: Client,
  email: string,
  role = "support"
): Promise<{ id: string; token: string }> {
  const { status, body } = await client<{ invitation: { id: string } }>("POST", "/vendor/invitations", {
    email,
    role,
  })
  if (status !== 201) {
    throw new Error(`${email} was not invited: ${status} ${JSON.stringify(body)}`)
  }

  return { id: body.invitation.id, token: await tokenOfInvitation(email) }
}

export const accept = (client: Client, token: string) =>
  client<{ membership: { id: string; vendor_id: string; role: string }; code?: string }>(
    "POST",
    "/vendor/invitations/accept",
    { token }
  )

type Member = { id: string; role: string; user: { id: string; email: string | null } }

export async function membersOf(client: Client): Promise<Member[]> {
  const { body } = await client<{ members: Member[] }>("GET", "/vendor/members?limit=100")

  return body.members
}

export async function memberBy(client: Client, email: string): Promise<Member> {
  return (await membersOf(client)).find(({ user }) => user.email === email) as Member
}

type AuditLines = { listAuditEntries: (filters: object, config: object) => Promise<unknown[]> }

/** Everything that the audit log says, as one text. */
export async function auditText(suite: TeamSuite): Promise<string> {
  const lines = await suite.container.resolve<AuditLines>(AUDIT_MODULE).listAuditEntries({}, { take: 1000 })

  return JSON.stringify(lines)
}

/** How many requests ended with each code; `201` where there is none. */
export const tally = (answers: { status: number; body: { code?: unknown } }[]) =>
  answers.map(({ status, body }) => String(body.code ?? status)).toSorted()
