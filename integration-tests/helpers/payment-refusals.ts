import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type CheckoutBench, PAYSTACK } from "./checkout-bench"
import type { Answer } from "./shopper"

type Refusal = [
  name: string,
  status: number,
  code: string,
  ask: (bench: CheckoutBench) => Promise<Answer<unknown>>,
]

const provider = { provider_id: PAYSTACK }

async function bareCart(bench: CheckoutBench, over: object): Promise<string> {
  const { market, shopper } = bench.parts
  const { cart } = await shopper.must<{ cart: { id: string } }>("POST", "/store/carts", {
    region_id: market.region_id,
    ...over,
  })

  return cart.id
}

const payBareCart = async (bench: CheckoutBench, over: object) =>
  bench.openSession(await bench.collectionOf(await bareCart(bench, over)), provider)

const payReadyCart = async (bench: CheckoutBench, body: object) =>
  bench.openSession(await bench.collectionOf(await bench.readyCart()), body)

async function completeUndelivered(bench: CheckoutBench) {
  const cartId = await bareCart(bench, { items: [bench.anItem()], email: "ada@example.com" })
  await bench.press(await bench.startHosted(cartId))

  return bench.complete(cartId)
}

async function payAnOrder(bench: CheckoutBench) {
  const { cart_id } = await bench.placedOrder()
  const { data } = await bench.parts.container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: ["payment_collection.id"], filters: { id: cart_id } })

  return bench.openSession(data[0]!.payment_collection!.id, provider)
}

/** What no checkout can go on from, with the status and the code that a client is told. */
export const paymentRefusals: Refusal[] = [
  ["completing an unknown cart", 404, "cart_not_found", (bench) => bench.complete("cart_nobody")],
  ["completing an empty cart", 400, "cart_empty", async (bench) => bench.complete(await bareCart(bench, {}))],
  [
    "completing a cart without a payment",
    400,
    "payment_session_missing",
    async (bench) => bench.complete(await bench.readyCart()),
  ],
  ["completing a cart without a delivery option", 400, "shipping_method_missing", completeUndelivered],
  [
    "paying an unknown collection",
    404,
    "payment_collection_not_found",
    (bench) => bench.openSession("pay_col_nobody", provider),
  ],
  ["paying an empty cart", 400, "cart_empty", (bench) => payBareCart(bench, { email: "ada@example.com" })],
  [
    "paying a cart without an e-mail address",
    400,
    "cart_email_missing",
    (bench) => payBareCart(bench, { items: [bench.anItem()] }),
  ],
  [
    "paying with an unknown provider",
    400,
    "invalid_data",
    (bench) => payReadyCart(bench, { provider_id: "pp_nobody" }),
  ],
  ["paying with no provider", 400, "invalid_data", (bench) => payReadyCart(bench, {})],
  ["paying a cart that is an order", 400, "cart_completed", payAnOrder],
  [
    "a payment collection for an unknown cart",
    404,
    "not_found",
    ({ parts }) => parts.shopper.call("POST", "/store/payment-collections", { cart_id: "cart_nobody" }),
  ],
]
