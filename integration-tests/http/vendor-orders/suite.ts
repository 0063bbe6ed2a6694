import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaystackSandbox } from "../../../sandbox"
import type { VendorRole } from "../../../src/lib/permissions"
import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Admin } from "../../helpers/create-admin"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { OrderAnswer, OrderDesk, VendorOrderBody } from "../../helpers/order-desk"
import { type Client, createMember, signIn } from "../../helpers/people"

/** Three shops with stock, their owners signed in, and staff. */
export type VendorOrderWorld = {
  base_url: string
  container: MedusaContainer
  market: Marketplace
  sandbox: PaystackSandbox
  desk: OrderDesk
  bench: CheckoutBench
  shops: Client[]
  admin: Admin
}

export type VendorOrderSuite = VendorOrderWorld & ReturnType<typeof handles>

/** The world is made after the tests are declared, so each of its parts is asked for when it is used. */
export function suiteOf(world: () => VendorOrderWorld): VendorOrderSuite {
  const suite = Object.defineProperties(
    {},
    Object.fromEntries(
      (["base_url", "container", "market", "sandbox", "desk", "bench", "shops", "admin"] as const).map(
        (name) => [name, { get: () => world()[name] }]
      )
    )
  ) as VendorOrderWorld

  return Object.assign(suite, handles(suite))
}

/** What people of a shop, told by its number, do with an order of theirs. */
function handles(suite: VendorOrderWorld) {
  const read = async (shop: number, id: string): Promise<VendorOrderBody> =>
    (await suite.shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)).body.order

  const act = (shop: number, id: string, path: string, body: unknown = {}) =>
    suite.shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/${path}`, body)

  return {
    read,
    act,
    cancel: (shop: number, id: string) => act(shop, id, "cancel", { reason: "Out of stock" }),
    pack: async (shop: number, id: string, quantity: number, is_shipped = false) => {
      const [line] = (await read(shop, id)).lines
      return act(shop, id, "fulfilments", { items: [{ line_id: line!.id, quantity }], is_shipped })
    },
    finish: () =>
      finishCancellationsWorkflow(suite.container).run({
        input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
      }),
    memberOf: async (vendorId: string, role: VendorRole): Promise<Client> => {
      const { email } = await createMember(suite.container, vendorId, role)
      return signIn(suite.base_url, "user", email)
    },
  }
}

export const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]
