import { lastCode } from "../../helpers/outbox"
import { clientWith } from "../../helpers/people"
import { Authenticator } from "../../helpers/second-factor"
import type { Actor } from "../actors"
import { must, type World } from "../world"
import { type FreshPerson, freshPerson } from "./fresh-person"

type Started = { mfa_factor: { id: string }; secret: string }

export type Enrolled = FreshPerson & { factor_id: string; app: Authenticator }

/** Somebody who is about to add an authenticator, and has not shown a code of it. */
export async function startFactor(world: World, actor: Actor): Promise<Enrolled> {
  const person = await freshPerson(world, actor)
  const { mfa_factor, secret } = await must<Started>(person.client, "POST", "/auth/mfa/factors", {
    provider: "totp",
  })

  return { ...person, factor_id: mfa_factor.id, app: new Authenticator(secret) }
}

/** Somebody with an authenticator. */
export async function enrolledPerson(world: World, actor: Actor): Promise<Enrolled> {
  const person = await startFactor(world, actor)

  return { ...person, ...(await addFactor(world, person, person.factor_id, await person.app.code())) }
}

/** With the first factor every session ends; the one who has shown it is signed in anew. */
async function addFactor(world: World, { client }: FreshPerson, factorId: string, code: string) {
  const { token } = await must<{ token: string }>(client, "POST", `/auth/mfa/factors/${factorId}/verify`, {
    code,
  })
  const sign_in = { authorization: `Bearer ${token}` }

  return { sign_in, client: clientWith(world.base_url, sign_in) }
}

/** Somebody whose second factor is a code by mail. */
export async function mailedPerson(world: World, actor: Actor): Promise<FreshPerson> {
  const person = await freshPerson(world, actor)
  const { mfa_factor } = await must<Started>(person.client, "POST", "/auth/mfa/factors", {
    provider: "email",
    metadata: { destination: person.email },
  })

  return { ...person, ...(await addFactor(world, person, mfa_factor.id, await lastCode(person.email))) }
}
