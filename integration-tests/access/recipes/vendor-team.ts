import { makeSecretToken } from "../../../src/lib/secret-token"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import { API_KEY_PREFIX } from "../../../src/modules/vendor/domain/api-key"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { confirmEmail, freshEmail, freshMember, freshPerson } from "../records/fresh-person"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const vendorsOf = (world: World) => world.container.resolve<VendorModuleService>(VENDOR_MODULE)

/** An invitation into a shop, by its owner. */
async function invite(
  world: World,
  { email = freshEmail(world), shop = world.shop, by = world.people["shop:owner"]!.id } = {}
) {
  const { token, token_hash } = makeSecretToken()
  const { id } = await vendorsOf(world).invite({
    vendor_id: shop.id,
    email,
    role: "support",
    token_hash,
    actor_user_id: by,
    now: new Date(),
  })

  return { id, token }
}

async function makeKey(world: World): Promise<string> {
  const { token, token_hash } = makeSecretToken(API_KEY_PREFIX)
  const { id } = await vendorsOf(world).createApiKey({
    vendor_id: world.shop.id,
    created_by: world.people["shop:owner"]!.id,
    name: "Till",
    permissions: ["orders:read"],
    prefix: token.slice(0, 8),
    token_hash,
    expires_at: new Date(Date.now() + 86_400_000),
  })

  return id
}

const ofMember =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => {
    const { member_id: id } = await freshMember(world, { vendor_id: world.shop.id, role: "support" })

    return { params: { id }, body }
  }

const ofInvitation: Recipe = async (world) => ({ params: { id: (await invite(world)).id } })

const ofKey: Recipe = async (world) => ({ params: { id: await makeKey(world) } })

export const vendorTeamRecipes: Recipes = {
  "GET /vendor/members": () => ({}),
  "GET /vendor/members/:id": ofMember(),
  "POST /vendor/members/:id": ofMember({ role: "catalogue" }),
  "DELETE /vendor/members/:id": ofMember(),
  "GET /vendor/invitations": ofInvitation,
  "POST /vendor/invitations": (world) => ({ body: { email: freshEmail(world), role: "finance" } }),
  "GET /vendor/invitations/:id": ofInvitation,
  "DELETE /vendor/invitations/:id": ofInvitation,
  "POST /vendor/invitations/:id/resend": async (world) => {
    const { id } = await invite(world)
    await world.sql("update vendor_invitation set sent_at = now() - interval '1 hour' where id = ?", [id])

    return { params: { id }, body: {} }
  },
  // Into the other shop: the actor's own role and shop make no difference to it.
  "POST /vendor/invitations/accept": async (world, actor) => {
    const person = await freshPerson(world, actor === "other-shop" ? "nobody" : actor)
    await confirmEmail(world, person)
    const by = world.people["other-shop"]!.id
    const { token } = await invite(world, { email: person.email, shop: world.other, by })

    return { sign_in: person.sign_in, body: { token } }
  },
  "GET /vendor/api-keys": ofKey,
  "POST /vendor/api-keys": () => ({ body: { name: "Till", permissions: ["orders:read"] } }),
  "GET /vendor/api-keys/:id": ofKey,
  "DELETE /vendor/api-keys/:id": ofKey,
}
