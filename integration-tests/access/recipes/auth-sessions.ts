import { PASSWORD } from "../../helpers/people"
import type { Actor } from "../actors"
import { tokenOf } from "../actors"
import { claimsOf, type FreshPerson, freshPerson } from "../records/fresh-person"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

/** Somebody of the same kind, whose every session may end. */
const bySomebody: Recipe = async (world, actor) => ({ sign_in: (await freshPerson(world, actor)).sign_in })

/** A cookie beside the token that it was given for: no browser would show both, but the actor's own token has to stay out. */
async function cookieOf(world: World, { client, sign_in }: FreshPerson) {
  const { headers } = await client("POST", "/auth/session", {})
  const cookie = headers.getSetCookie()[0]?.split(";")[0]
  if (!cookie) {
    throw new Error(`No cookie was set for ${world.base_url}`)
  }

  return { ...sign_in, cookie }
}

/** A further session of the one who asks. */
async function furtherSession(world: World, actor: Actor): Promise<string> {
  const person = world.people[actor]!
  const token = await tokenOf(world.container, person, actor === "buyer" ? "customer" : "user")

  return claimsOf({ authorization: `Bearer ${token}` }).sid
}

export const authSessionRecipes: Recipes = {
  "GET /auth/sessions": () => ({}),
  "DELETE /auth/sessions/:id": async (world, actor) => ({
    params: { id: await furtherSession(world, actor) },
  }),
  "POST /auth/session": bySomebody,
  "DELETE /auth/session": async (world, actor) => ({
    sign_in: await cookieOf(world, await freshPerson(world, actor)),
  }),
  "POST /auth/logout": bySomebody,
  "POST /auth/logout-everywhere": bySomebody,
  "POST /auth/token/refresh": bySomebody,
  "POST /auth/password": async (world, actor) => ({
    sign_in: (await freshPerson(world, actor)).sign_in,
    body: { current_password: PASSWORD, new_password: "another password that is long" },
  }),
}
