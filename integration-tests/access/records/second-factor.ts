import { lastCode } from "../../helpers/outbox"
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
  await must(person.client, "POST", `/auth/mfa/factors/${person.factor_id}/verify`, {
    code: await person.app.code(),
  })

  return person
}

/** Somebody whose second factor is a code by mail. */
export async function mailedPerson(world: World, actor: Actor): Promise<FreshPerson> {
  const person = await freshPerson(world, actor)
  const { mfa_factor } = await must<Started>(person.client, "POST", "/auth/mfa/factors", {
    provider: "email",
    metadata: { destination: person.email },
  })
  await must(person.client, "POST", `/auth/mfa/factors/${mfa_factor.id}/verify`, {
    code: await lastCode(person.email),
  })

  return person
}
