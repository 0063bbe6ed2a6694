import { Modules } from "@medusajs/framework/utils"
import type { StaffRole, VendorRole } from "../../../src/lib/permissions"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { type Client, clientWith, type Person } from "../../helpers/people"
import { type Actor, tokenOf } from "../actors"
import { moduleOf, type World } from "../world"
import { once } from "./once"

/** Somebody who was made for one call, signed in. */
export type FreshPerson = Person & { client: Client; sign_in: { authorization: string } }

/** What is stored of the password that all people of the walk have: to hash it anew for each would take most of its time. */
const passwordHash = once(async (world) => {
  const [row] = await world.sql<{ hash: string }>(
    `select provider_metadata ->> 'password' as hash from provider_identity
     where auth_identity_id = ? and provider = 'emailpass'`,
    [world.people.buyer!.auth_identity_id]
  )

  return row!.hash
})

export const freshEmail = (world: World): string => `person${world.serial()}@example.com`

/** A login by e-mail and password that belongs to nobody yet. */
export async function freshLogin(
  world: World,
  email: string,
  app_metadata: Record<string, unknown> = {}
): Promise<string> {
  const { id } = await moduleOf(world, Modules.AUTH).createAuthIdentities({
    provider_identities: [
      {
        provider: "emailpass",
        entity_id: email,
        provider_metadata: { password: await passwordHash(world) },
      },
    ],
    app_metadata,
  })

  return id
}

/** Somebody of the actor's kind: with the same role in the same shop, or on the same staff. */
export async function freshPerson(world: World, actor: Actor): Promise<FreshPerson> {
  const email = freshEmail(world)
  if (actor === "buyer") {
    const { id } = await moduleOf(world, Modules.CUSTOMER).createCustomers({ email, has_account: true })
    const auth_identity_id = await freshLogin(world, email, { customer_id: id })

    return signedIn(world, { id, email, auth_identity_id }, "customer")
  }
  const { id } = await moduleOf(world, Modules.USER).createUsers({ email })
  const auth_identity_id = await freshLogin(world, email, { user_id: id })
  await giveRole(world, id, actor)

  return signedIn(world, { id, email, auth_identity_id }, "user")
}

/** A user with a role in a shop of their own choosing, for the actor who has that role in the walk's. */
export async function freshMember(
  world: World,
  member: { vendor_id: string; role: VendorRole }
): Promise<FreshPerson & { member_id: string }> {
  const person = await freshPerson(world, "nobody")
  const { id } = await world.container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .createVendorMembers({ ...member, user_id: person.id })

  return { ...person, member_id: id }
}

/** The role in a shop that an actor has; the suspended shop's owner is its owner. */
export const shopRoleOf = (actor: Actor): VendorRole =>
  actor.startsWith("shop:") ? (actor.slice("shop:".length) as VendorRole) : "owner"

async function giveRole(world: World, user_id: string, actor: Actor): Promise<void> {
  const [kind, role] = actor.split(":")
  if (kind === "staff") {
    await world.container
      .resolve<AccessModuleService>(ACCESS_MODULE)
      .createStaffMembers({ user_id, role: role as StaffRole, granted_by: null })
  }
  if (kind === "shop" || kind === "suspended" || kind === "other-shop") {
    const { id: vendor_id } = kind === "other-shop" ? world.other : world.shop
    await world.container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .createVendorMembers({ vendor_id, user_id, role: shopRoleOf(actor) })
  }
}

async function signedIn(world: World, person: Person, type: "user" | "customer"): Promise<FreshPerson> {
  const sign_in = { authorization: `Bearer ${await tokenOf(world.container, person, type)}` }

  return { ...person, sign_in, client: clientWith(world.base_url, sign_in) }
}

/** Has the login confirm its address, as the link in the mail does. */
export async function confirmEmail(world: World, { email, auth_identity_id }: Person): Promise<void> {
  await world.sql(
    `insert into auth_verification
       (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at)
     values (?, ?, ?, 'email', 'token', now(), now())`,
    [`authver_${auth_identity_id}`, auth_identity_id, email]
  )
}

/** What a token says, whatever signed it. */
export const claimsOf = ({ authorization }: { authorization: string }) =>
  JSON.parse(Buffer.from(authorization.split(".")[1] ?? "", "base64url").toString()) as { sid: string }

/** A number that nobody has. */
export const freshPhone = (world: World): string => `+234803${String(1_000_000 + world.serial())}`

/** Messages may be sent again at once. */
export const letTimePass = (world: World) => world.sql("delete from code_send")
