import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ownChoiceLast } from "../../../lib/default-shipping"
import { findDefaultShippingWorkflow } from "../../../workflows/shipping/workflows/find-default-shipping"

type Choice = { option_id: string; data?: Record<string, unknown> }

/**
 * Core's route takes an array: the shopper's choice is joined by the defaults of the shops that have no method,
 * so taxes and the payment are computed once, for all of them.
 */
async function addDefaultShipping(
  req: MedusaRequest<Choice | Choice[]>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const chosen = [req.validatedBody].flat()
  const { result } = await findDefaultShippingWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "", chosen_option_ids: chosen.map((choice) => choice.option_id) },
  })
  const defaults = result.map((method) => ({ option_id: method.id, data: method.data }))
  req.validatedBody = [...defaults, ...chosen.map(withoutMark)]
  next()
}

/** The mark is ours: a client that sends it back has chosen all the same. */
function withoutMark({ data, ...choice }: Choice): Choice {
  const { auto_selected: _, ...rest } = data ?? {}

  return { ...choice, data: rest }
}

type CartView = { shipping_methods?: { id?: string; data?: Record<string, unknown> | null }[] }
/** A deletion answers the cart as the `parent` of what was deleted. */
type CartAnswer = { cart?: CartView; parent?: CartView }

/** Storefronts show the last method as the chosen one; what was selected for the shopper is marked. */
function showOwnChoiceLast(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  req.queryConfig?.fields.push("shipping_methods.id", "shipping_methods.data")
  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { cart = (answer as CartAnswer).parent } = answer as CartAnswer
    if (cart?.shipping_methods) {
      cart.shipping_methods = ownChoiceLast(cart.shipping_methods).map((method) => ({
        ...method,
        auto_selected: Boolean(method.data?.auto_selected),
      }))
    }

    return sendJson(answer)
  }
  next()
}

/** Every route of core that answers a cart; only behind the exact path are the fields to read known. */
const answersCart: { path: string; methods: ("GET" | "POST" | "DELETE")[] }[] = [
  { path: "", methods: ["POST"] },
  { path: "/:id", methods: ["GET", "POST"] },
  { path: "/:id/customer", methods: ["POST"] },
  { path: "/:id/line-items", methods: ["POST"] },
  { path: "/:id/line-items/:line_id", methods: ["POST", "DELETE"] },
  { path: "/:id/promotions", methods: ["POST", "DELETE"] },
  { path: "/:id/shipping-methods", methods: ["POST"] },
  { path: "/:id/taxes", methods: ["POST"] },
]

export const storeCartMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id/shipping-methods", methods: ["POST"], middlewares: [addDefaultShipping] },
  ...answersCart.map(({ path, methods }) => ({
    matcher: `/store/carts${path}`,
    methods,
    middlewares: [showOwnChoiceLast],
  })),
]
