import { createVendorWorkflow } from "../../../src/workflows/vendor/workflows/create-vendor"
import type { Actor } from "../actors"
import { freshMember, freshPerson, shopRoleOf } from "../records/fresh-person"
import { once } from "../records/once"
import { formOf } from "../records/upload"
import { must, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

/** The example of the Central Bank of Nigeria. */
const ACCOUNT = {
  bank_code: "011",
  account_number: "0000014579",
  account_name: "Ada Textiles Ltd",
  currency_code: "ngn",
}

/** The shop's own bank account, which only a person with a fresh second factor can set. */
const bankAccount = once((world) =>
  must(world.clients["shop:owner"], "POST", "/vendor/bank-account", ACCOUNT)
)

const ofShop =
  (body?: Record<string, unknown>): Recipe =>
  (world) => ({ params: { id: world.shop.id }, body })

const isOfShop = (actor: Actor) => actor.startsWith("shop:") || actor === "suspended"

/** A shop that staff have rejected, with somebody in it who has the actor's role. */
async function rejectedShop(world: World, actor: Actor) {
  const { result: vendor } = await createVendorWorkflow(world.container).run({
    input: {
      name: `Rejected ${world.serial()}`,
      contact_email: "rejected@example.com",
      country_code: "ng",
    },
  })
  await world.sql("update vendor set status = 'rejected' where id = ?", [vendor.id])
  const { sign_in } = await freshMember(world, { vendor_id: vendor.id, role: shopRoleOf(actor) })

  return { sign_in, id: vendor.id }
}

export const vendorShopRecipes: Recipes = {
  "GET /vendor/me": () => ({}),
  "POST /vendor/me": () => ({ body: { first_name: "Ada", contact_phone: "+2348031234567" } }),
  "POST /vendor/me/leave": async (world, actor) => ({
    sign_in: (await freshPerson(world, actor)).sign_in,
    body: {},
  }),
  "POST /vendor/me/shop": (world, actor) => ({
    body: { vendor_id: isOfShop(actor) ? world.shop.id : null },
  }),
  "POST /vendor/register": async (world, actor) => ({
    sign_in: (await freshPerson(world, actor)).sign_in,
    body: { name: `Registered ${world.serial()}`, country_code: "ng", agreement_version: "1" },
  }),
  "GET /vendor/shops": () => ({}),
  "GET /vendor/shops/:id": ofShop(),
  "POST /vendor/shops/:id": ofShop({ description: "Cloth of all colours." }),
  "POST /vendor/shops/:id/resubmit": async (world, actor) => {
    const { sign_in, id } = await rejectedShop(world, actor)
    const { sign_in: other_sign_in } = await rejectedShop(world, "other-shop")

    return { sign_in, other_sign_in, params: { id }, body: {} }
  },
  "GET /vendor/onboarding": () => ({}),
  "POST /vendor/onboarding/agreement": () => ({ body: { version: "1" } }),
  "POST /vendor/onboarding/documents": () => ({
    form: formOf("file", { content: "%PDF-1.7 a passport", name: "passport.pdf", type: "application/pdf" }),
  }),
  "GET /vendor/bank-account": async (world) => {
    await bankAccount(world)

    return {}
  },
  "POST /vendor/bank-account": async (world) => {
    await world.sql("delete from vendor_bank_account where vendor_id = ?", [world.shop.id])

    return { body: ACCOUNT }
  },
}
