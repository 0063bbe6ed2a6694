import { freshPerson, letTimePass } from "../records/fresh-person"
import { enrolledPerson, mailedPerson, startFactor } from "../records/second-factor"
import { must } from "../world"
import type { Recipe, Recipes } from "./recipe"

type Challenge = { mfa_challenge: { id: string } }

/** Whoever has an authenticator and shows a code of it that was not shown before. */
const ofEnrolled: Recipe = async (world, actor) => {
  const { sign_in, factor_id, app } = await enrolledPerson(world, actor)

  return { sign_in, params: { id: factor_id }, body: { method: "totp", code: await app.code() } }
}

export const authFactorRecipes: Recipes = {
  "GET /auth/mfa/factors": () => ({}),
  "POST /auth/mfa/factors": async (world, actor) => {
    const { sign_in } = await freshPerson(world, actor)

    return { sign_in, body: { provider: "totp" } }
  },
  "POST /auth/mfa/factors/:id/verify": async (world, actor) => {
    const { sign_in, factor_id, app } = await startFactor(world, actor)

    return { sign_in, params: { id: factor_id }, body: { code: await app.code() } }
  },
  "DELETE /auth/mfa/factors/:id": ofEnrolled,
  "POST /auth/mfa/recovery-codes": async (world, actor) => {
    const { sign_in } = await enrolledPerson(world, actor)

    return { sign_in, body: {} }
  },
  "POST /auth/mfa/challenges": async (world, actor) => {
    const { sign_in } = await enrolledPerson(world, actor)

    return { sign_in, body: {} }
  },
  "POST /auth/mfa/challenges/:id/verify": async (world, actor) => {
    const { sign_in, client, app } = await enrolledPerson(world, actor)
    const { mfa_challenge } = await must<Challenge>(client, "POST", "/auth/mfa/challenges", {})

    return { sign_in, params: { id: mfa_challenge.id }, body: { method: "totp", code: await app.code() } }
  },
  "POST /auth/mfa/code": async (world, actor) => {
    const { sign_in } = await mailedPerson(world, actor)
    await letTimePass(world)

    return { sign_in, body: { method: "email" } }
  },
}
