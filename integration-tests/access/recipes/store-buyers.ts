import { Modules } from "@medusajs/framework/utils"
import { requestOrderTransferWorkflow } from "@medusajs/medusa/core-flows"
import { PASSWORD } from "../../helpers/people"
import { ADDRESS, freshOrder } from "../records/fresh-order"
import { freshEmail } from "../records/fresh-person"
import { paidOrder } from "../records/paid-order"
import { moduleOf, must, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

async function makeAddress(world: World): Promise<string> {
  const { id } = await moduleOf(world, Modules.CUSTOMER).createCustomerAddresses({
    ...ADDRESS,
    customer_id: world.people.buyer!.id,
  })

  return id
}

const ofAddress =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { address_id: await makeAddress(world) }, body })

/** A guest's order that the buyer has asked for; the token is mailed to the guest. */
async function requestedTransfer(world: World): Promise<{ id: string; token: string }> {
  const { id } = await freshOrder(world)
  const buyer = world.people.buyer!.id
  await requestOrderTransferWorkflow(world.container).run({
    input: { order_id: id, customer_id: buyer, logged_in_user: buyer },
  })
  const [row] = await world.sql<{ token: string }>(
    "select details ->> 'token' as token from order_change_action where order_id = ?",
    [id]
  )

  return { id, token: row!.token }
}

const ofTransfer: Recipe = async (world) => {
  const { id, token } = await requestedTransfer(world)

  return { params: { id }, body: { token } }
}

export const storeBuyerRecipes: Recipes = {
  // By a login that has just been registered: it becomes a buyer with this.
  "POST /store/customers": async (world) => {
    const email = freshEmail(world)
    const { token } = await must<{ token: string }>(
      world.clients.anonymous,
      "POST",
      "/auth/customer/emailpass/register",
      { email, password: PASSWORD }
    )

    return { sign_in: { authorization: `Bearer ${token}` }, body: { email, first_name: "Ada" } }
  },
  "GET /store/customers/me": () => ({}),
  "POST /store/customers/me": () => ({ body: { first_name: "Adaeze" } }),
  "GET /store/customers/me/addresses": ofAddress(),
  "POST /store/customers/me/addresses": () => ({ body: ADDRESS }),
  "GET /store/customers/me/addresses/:address_id": ofAddress(),
  "POST /store/customers/me/addresses/:address_id": ofAddress({ city: "Lagos" }),
  "DELETE /store/customers/me/addresses/:address_id": ofAddress(),
  "GET /store/orders": async (world) => {
    await freshOrder(world, { customer_id: world.people.buyer!.id })

    return {}
  },
  "GET /store/transactions": async (world) => {
    await freshOrder(world, { customer_id: world.people.buyer!.id })

    return {}
  },
  "GET /store/transactions/export": async (world) => {
    await freshOrder(world, { customer_id: world.people.buyer!.id })

    return {}
  },
  "GET /store/orders/:id": async (world) => ({ params: { id: (await paidOrder(world)).id } }),
  "POST /store/orders/:id/access-link": async (world) => ({
    params: { id: (await paidOrder(world)).id },
    body: {},
  }),
  "POST /store/orders/:id/transfer/request": async (world) => ({
    params: { id: (await freshOrder(world)).id },
    body: {},
  }),
  "POST /store/orders/:id/transfer/accept": ofTransfer,
  "POST /store/orders/:id/transfer/decline": ofTransfer,
  "POST /store/orders/:id/transfer/cancel": async (world) => ({
    params: { id: (await requestedTransfer(world)).id },
    body: {},
  }),
}
