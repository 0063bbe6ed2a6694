import { makeSecretToken } from "../../../src/lib/secret-token"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { lastCode, lastMessage } from "../../helpers/outbox"
import { PASSWORD } from "../../helpers/people"
import {
  confirmEmail,
  freshEmail,
  freshLogin,
  freshPerson,
  freshPhone,
  letTimePass,
} from "../records/fresh-person"
import { must, type World } from "../world"
import type { Recipes } from "./recipe"

const BY_PASSWORD = { actor_type: "customer", auth_provider: "emailpass" }

/** The token in the link of the newest message to an address. */
async function tokenInMail(email: string): Promise<string> {
  const { text } = await lastMessage(email)
  const token = /[?&]token=([\w.-]+)/.exec(text)?.[1]
  if (!token) {
    throw new Error(`The message to ${email} has no link: ${text}`)
  }

  return token
}

async function recoveryToken(world: World): Promise<string> {
  const email = freshEmail(world)
  await freshLogin(world, email)
  await must(world.clients.anonymous, "POST", "/auth/customer/emailpass/reset-password", {
    identifier: email,
  })

  return tokenInMail(email)
}

const link = (email: string) => ({ entity_id: email, entity_type: "email", code_provider: "token" })

const newPassword = (world: World) => ({ email: freshEmail(world), password: PASSWORD })

export const authLoginRecipes: Recipes = {
  "GET /auth/:actor_type/providers": () => ({ params: BY_PASSWORD }),
  // The only way in that begins without a body: it answers where Google asks the buyer.
  "GET /auth/:actor_type/:auth_provider": () => ({
    params: { actor_type: "customer", auth_provider: "google" },
  }),
  "POST /auth/:actor_type/:auth_provider": (world) => ({
    params: BY_PASSWORD,
    body: { email: world.people.buyer!.email, password: PASSWORD },
  }),
  "POST /auth/:actor_type/:auth_provider/register": (world) => ({
    params: BY_PASSWORD,
    body: newPassword(world),
  }),
  "POST /auth/:actor_type/:auth_provider/reset-password": (world) => ({
    params: BY_PASSWORD,
    body: { identifier: world.people.buyer!.email },
  }),
  "POST /auth/:actor_type/:auth_provider/update": async (world) => ({
    params: BY_PASSWORD,
    sign_in: { authorization: `Bearer ${await recoveryToken(world)}` },
    body: { password: "another password that is long" },
  }),
  "POST /auth/:actor_type/phone/code": (world) => ({
    params: BY_PASSWORD,
    body: { phone: freshPhone(world) },
  }),
  "POST /auth/phone/change/code": async (world, actor) => ({
    sign_in: (await freshPerson(world, actor)).sign_in,
    body: { phone: freshPhone(world) },
  }),
  "POST /auth/phone/change": async (world, actor) => {
    const { sign_in, client } = await freshPerson(world, actor)
    const phone = freshPhone(world)
    await letTimePass(world)
    await must(client, "POST", "/auth/phone/change/code", { phone })

    return { sign_in, body: { phone, code: await lastCode(phone), password: PASSWORD } }
  },
  "POST /auth/verification/request": async (world, actor) => {
    const { sign_in, email } = await freshPerson(world, actor)

    return { sign_in, body: link(email) }
  },
  "POST /auth/verification/confirm": async (world, actor) => {
    const { sign_in, client, email } = await freshPerson(world, actor)
    await must(client, "POST", "/auth/verification/request", link(email))

    return { sign_in, body: { code: await tokenInMail(email) } }
  },
  "POST /auth/staff-invitations/accept": async (world, actor) => {
    const person = await freshPerson(world, actor)
    await confirmEmail(world, person)
    const { token, token_hash } = makeSecretToken()
    await world.container.resolve<AccessModuleService>(ACCESS_MODULE).inviteStaff({
      email: person.email,
      role: "support",
      token_hash,
      expires_at: new Date(Date.now() + 3_600_000),
      invited_by: world.people["staff:owner"]!.id,
    })

    return { sign_in: person.sign_in, body: { token } }
  },
}
