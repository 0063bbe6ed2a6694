import { Modules } from "@medusajs/framework/utils"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

const createCustomer = (world: World) =>
  moduleOf(world, Modules.CUSTOMER).createCustomers({
    email: `customer${world.serial()}@walk.example.com`,
    first_name: "Chidi",
  })

const createGroup = (world: World) =>
  moduleOf(world, Modules.CUSTOMER).createCustomerGroups({ name: `Group ${world.serial()}` })

const ADDRESS = { first_name: "Chidi", address_1: "1 Broad Street", city: "Lagos", country_code: "ng" }

async function createAddress(world: World) {
  const { id } = await createCustomer(world)
  const address = await moduleOf(world, Modules.CUSTOMER).createCustomerAddresses({
    ...ADDRESS,
    customer_id: id,
  })

  return { id, address_id: address.id }
}

export const adminCustomerRecipes: Recipes = {
  "GET /admin/customers": () => ({}),
  "POST /admin/customers": (world) => ({
    body: { email: `new${world.serial()}@walk.example.com`, first_name: "Ngozi" },
  }),
  "GET /admin/customers/:id": async (world) => ({ params: { id: (await createCustomer(world)).id } }),
  "POST /admin/customers/:id": async (world) => ({
    params: { id: (await createCustomer(world)).id },
    body: { first_name: "Ngozi" },
  }),
  "DELETE /admin/customers/:id": async (world) => ({ params: { id: (await createCustomer(world)).id } }),
  "GET /admin/customers/:id/addresses": async (world) => ({ params: await createAddress(world) }),
  "POST /admin/customers/:id/addresses": async (world) => ({
    params: { id: (await createCustomer(world)).id },
    body: ADDRESS,
  }),
  "GET /admin/customers/:id/addresses/:address_id": async (world) => ({ params: await createAddress(world) }),
  "POST /admin/customers/:id/addresses/:address_id": async (world) => ({
    params: await createAddress(world),
    body: { city: "Abuja" },
  }),
  "DELETE /admin/customers/:id/addresses/:address_id": async (world) => ({
    params: await createAddress(world),
  }),
  "POST /admin/customers/:id/customer-groups": async (world) => ({
    params: { id: (await createCustomer(world)).id },
    body: { add: [(await createGroup(world)).id] },
  }),
  "GET /admin/customer-groups": () => ({}),
  "POST /admin/customer-groups": (world) => ({ body: { name: `Group ${world.serial()}` } }),
  "GET /admin/customer-groups/:id": async (world) => ({ params: { id: (await createGroup(world)).id } }),
  "POST /admin/customer-groups/:id": async (world) => ({
    params: { id: (await createGroup(world)).id },
    body: { name: `Group ${world.serial()}` },
  }),
  "DELETE /admin/customer-groups/:id": async (world) => ({ params: { id: (await createGroup(world)).id } }),
  "POST /admin/customer-groups/:id/customers": async (world) => ({
    params: { id: (await createGroup(world)).id },
    body: { add: [(await createCustomer(world)).id] },
  }),
}
