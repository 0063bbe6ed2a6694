import { Modules } from "@medusajs/framework/utils"
import { makeSecretToken } from "../../../src/lib/secret-token"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

const accessOf = ({ container }: World) => container.resolve<AccessModuleService>(ACCESS_MODULE)

/** Somebody of the staff who is none of the walk's own people: theirs must last. */
async function createColleague(world: World) {
  const user = await moduleOf(world, Modules.USER).createUsers({
    email: `colleague${world.serial()}@staff.example.com`,
  })
  await accessOf(world).createStaffMembers({ user_id: user.id, role: "support", granted_by: null })

  return { id: user.id }
}

async function createInvitation(world: World) {
  const { id } = await accessOf(world).inviteStaff({
    email: `invited${world.serial()}@staff.example.com`,
    role: "support",
    token_hash: makeSecretToken().token_hash,
    expires_at: new Date(Date.now() + 86_400_000),
    invited_by: world.people["staff:owner"]!.id,
  })

  return { id }
}

async function createImpersonation(world: World) {
  const { buyer } = world.people
  const now = new Date()
  const { id } = await accessOf(world).createAccessSessions({
    auth_identity_id: buyer!.auth_identity_id,
    actor_type: "customer",
    actor_id: buyer!.id,
    started_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + 600_000),
    impersonator_user_id: world.people["staff:support"]!.id,
    impersonation_reason: "Asked us to look at the cart",
  })

  return { id }
}

export const adminStaffRecipes: Recipes = {
  "GET /admin/staff": () => ({}),
  "GET /admin/staff/:id": async (world) => ({ params: await createColleague(world) }),
  "POST /admin/staff/:id": async (world) => ({
    params: await createColleague(world),
    body: { role: "finance" },
  }),
  "DELETE /admin/staff/:id": async (world) => ({ params: await createColleague(world) }),
  "GET /admin/staff/invitations": () => ({}),
  "POST /admin/staff/invitations": (world) => ({
    body: { email: `new${world.serial()}@staff.example.com`, role: "support" },
  }),
  "DELETE /admin/staff/invitations/:id": async (world) => ({ params: await createInvitation(world) }),
  "GET /admin/settings": () => ({}),
  "POST /admin/settings": () => ({ body: { open_order_hours: 24 } }),
  "GET /admin/audit": () => ({}),
  "GET /admin/audit/people": () => ({ query: "id=user_walk" }),
  "POST /admin/impersonations": (world) => ({
    body: {
      actor_type: "customer",
      actor_id: world.people.buyer!.id,
      reason: "Asked us to look at the cart",
      minutes: 5,
    },
  }),
  "DELETE /admin/impersonations/:id": async (world) => ({ params: await createImpersonation(world) }),
}
