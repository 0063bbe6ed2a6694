import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refreshPaymentCollectionForCartWorkflow } from "@medusajs/medusa/core-flows"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../../lib/errors"
import { type Amount, toMinorUnits } from "../../../lib/money"
import { isPaidOnDelivery } from "../../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { assertPayableOnDelivery } from "../../pay-on-delivery/offer-view"
import { findUnavailableVendors } from "../../vendor/vendor-owners"

export type ValidatePaymentStartInput = { payment_collection_id: string; provider_id: string }

type PaymentStart = {
  /** Null for a payment provider that is not one of our gateways. */
  gateway: string | null
  cart_id: string | null
  email: string | null
}

type CartView = {
  id: string
  email: string | null
  currency_code: string
  completed_at: Date | string | null
  total: Amount
  raw_total?: Amount
  items?: { product_id: string | null }[]
  shipping_methods?: { name: string; adjustments?: { id: string }[] }[]
  payment_collection?: { amount: Amount; raw_amount?: Amount }
}

const CART_FIELDS = [
  "id",
  "email",
  "currency_code",
  "completed_at",
  "total",
  "raw_total",
  "items.product_id",
  "shipping_methods.name",
  "shipping_methods.adjustments.id",
  "payment_collection.amount",
  "payment_collection.raw_amount",
]

/**
 * Refuses to start a payment that could not become an order. Answers what the gateway may be told of the buyer, and which
 * gateway of ours it is; a collection without a cart (an order that is paid later) passes.
 */
export const validatePaymentStartStep = createStep(
  "validate-payment-start",
  async ({ payment_collection_id, provider_id }: ValidatePaymentStartInput, { container }) => {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE).gatewayOfProvider(provider_id)
    const cart = await cartOf(container, payment_collection_id)
    if (!cart) {
      await assertCollectionExists(container, payment_collection_id)
      return new StepResponse<PaymentStart>({ gateway, cart_id: null, email: null })
    }
    assertReady(cart)
    assertOnePromotionPerDelivery(cart)
    await assertVendors(container, cart)
    await assertPrice(container, cart)
    if (isPaidOnDelivery(provider_id)) {
      await assertPayableOnDelivery(container, cart.id)
    }

    return new StepResponse<PaymentStart>({ gateway, cart_id: cart.id, email: cart.email })
  }
)

async function cartOf(container: MedusaContainer, collectionId: string): Promise<CartView | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: collectionId },
  })
  if (!links[0]?.cart_id) {
    return null
  }
  const { data } = await query.graph({
    entity: "cart",
    fields: CART_FIELDS,
    filters: { id: links[0].cart_id },
  })

  return (data[0] as unknown as CartView | undefined) ?? null
}

async function assertCollectionExists(container: MedusaContainer, collectionId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_collection",
    fields: ["id"],
    filters: { id: collectionId },
  })
  if (!data.length) {
    throw notFound(
      ErrorCode.PAYMENT_COLLECTION_NOT_FOUND,
      `Payment collection ${collectionId} was not found.`
    )
  }
}

function assertReady(cart: CartView): void {
  if (cart.completed_at) {
    throw notAllowed(
      ErrorCode.CART_COMPLETED,
      "The cart has become an order already; it cannot be paid again."
    )
  }
  if (!cart.items?.length) {
    throw invalidData(ErrorCode.CART_EMPTY, "The cart has no items.")
  }
  if (!cart.email) {
    throw invalidData(
      ErrorCode.CART_EMAIL_MISSING,
      "Set the cart's e-mail address before starting the payment."
    )
  }
}

/** Core's table of an order's delivery discounts holds one for each method: a second one fails after the payment. */
function assertOnePromotionPerDelivery(cart: CartView): void {
  const method = cart.shipping_methods?.find(({ adjustments }) => (adjustments?.length ?? 0) > 1)
  if (method) {
    throw invalidData(
      ErrorCode.DELIVERY_PROMOTIONS_CONFLICT,
      `Two promotions take off the delivery "${method.name}". Remove one of them to go on.`
    )
  }
}

async function assertVendors(container: MedusaContainer, cart: CartView): Promise<void> {
  const productIds = (cart.items ?? []).flatMap((item) => item.product_id ?? [])
  const unavailable = await findUnavailableVendors(container, productIds)
  if (unavailable.length) {
    throw notAllowed(
      ErrorCode.VENDOR_UNAVAILABLE,
      `The cart holds products of a shop that is not selling at the moment: ${unavailable
        .map((vendor) => vendor.name)
        .join(", ")}. Remove them to go on.`
    )
  }
}

/** The collection is brought up to date, so that the shopper who looks at the new total and tries again can pay. */
async function assertPrice(container: MedusaContainer, cart: CartView): Promise<void> {
  const total = toMinorUnits(cart.raw_total ?? cart.total, cart.currency_code)
  const collection = cart.payment_collection
  const priced = toMinorUnits(collection?.raw_amount ?? collection?.amount ?? 0, cart.currency_code)
  if (total === priced) {
    return
  }
  await refreshPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cart.id } })
  throw notAllowed(
    ErrorCode.PAYMENT_AMOUNT_CHANGED,
    "The cart's total has changed. Look at the new total and start the payment again."
  )
}
