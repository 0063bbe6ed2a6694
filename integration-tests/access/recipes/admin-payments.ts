import { Modules } from "@medusajs/framework/utils"
import { freshOrder } from "../records/fresh-order"
import { paidOrder } from "../records/paid-order"
import { AMOUNT, capturedPayment, freshCollection, freshPayment, PROVIDER } from "../records/payment"
import type { Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

const paymentRecipes: Recipes = {
  "GET /admin/payments": async (world) => {
    await paidOrder(world)

    return {}
  },
  "GET /admin/payments/payment-providers": () => ({}),
  "GET /admin/payments/:id": async (world) => ({ params: { id: (await paidOrder(world)).payment_id } }),
  "POST /admin/payments/:id/capture": async (world) => ({
    params: { id: await freshPayment(world) },
    body: { amount: AMOUNT },
  }),
  "POST /admin/payments/:id/refund": async (world) => ({
    params: { id: await capturedPayment(world) },
    body: { amount: AMOUNT / 2, note: "One cup was broken." },
  }),
}

const collectionRecipes: Recipes = {
  "POST /admin/payment-collections": async (world) => ({
    body: { order_id: (await freshOrder(world)).id, amount: AMOUNT },
  }),
  "DELETE /admin/payment-collections/:id": async (world) => ({
    params: { id: (await freshCollection(world)).id },
  }),
  "POST /admin/payment-collections/:id/mark-as-paid": async (world) => {
    const { id, order } = await freshCollection(world)

    return { params: { id }, body: { order_id: order.id } }
  },
  "POST /admin/payment-collections/:id/payment-sessions": async (world) => ({
    params: { id: (await freshCollection(world)).id },
    body: { provider_id: PROVIDER },
  }),
}

const refundReasonRecipes = simpleResource("/admin/refund-reasons", {
  make: async (world) => {
    const reasons = world.container.resolve(Modules.PAYMENT)
    const [reason] = await reasons.createRefundReasons([
      { label: "Broken", code: `broken-${world.serial()}` },
    ])

    return reason!.id
  },
  create: (serial) => ({ label: "Never arrived", code: `never-arrived-${serial}` }),
  update: { label: "Broken on the way" },
})

export const adminPaymentRecipes: Recipes = {
  ...paymentRecipes,
  ...collectionRecipes,
  ...refundReasonRecipes,
}
