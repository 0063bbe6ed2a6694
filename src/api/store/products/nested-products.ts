import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { findUnavailableProducts } from "../../../workflows/vendor/vendor-owners"

type Json = Record<string, unknown>
type Nested = { holder: Json; products: { id?: string }[] }

/** Every place of core's store API that answers products inside something else. */
const HOLDERS = ["collections", "product-categories", "product-tags", "product-types"]

/** Behind core's validator: asks for the ids that `hideUnavailable` needs. */
function askForIds(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const fields = req.queryConfig.fields
  const paths = new Set(fields.flatMap((field) => field.match(/^\*?((?:\w+\.)*products)\b/)?.[1] ?? []))
  req.queryConfig.fields = [...new Set([...fields, ...[...paths].map((path) => `${path}.id`)])]
  next()
}

/** A linked filter reaches the records of a route, not what is nested in them, so those are taken out of the answer. */
function hideUnavailable(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const sendJson = res.json.bind(res)
  res.json = ((answer: unknown) => {
    const nested = nestedProducts(answer)
    const ids = nested.flatMap(({ products }) => products.flatMap(({ id }) => id ?? []))
    if (!ids.length) {
      return sendJson(answer)
    }
    findUnavailableProducts(req.scope, ids)
      .then((hidden) => {
        for (const { holder, products } of nested) {
          holder.products = products.filter(({ id }) => id && !hidden.has(id))
        }
        sendJson(answer)
      })
      .catch(next)

    return res
  }) as typeof res.json
  next()
}

function nestedProducts(value: unknown): Nested[] {
  if (Array.isArray(value)) {
    return value.flatMap(nestedProducts)
  }
  if (!value || typeof value !== "object") {
    return []
  }
  const holder = value as Json

  return Object.entries(holder).flatMap(([name, inner]) =>
    name === "products" && Array.isArray(inner) ? [{ holder, products: inner }] : nestedProducts(inner)
  )
}

export const storeNestedProductMiddlewares: MiddlewareRoute[] = HOLDERS.flatMap((holder) =>
  [`/store/${holder}`, `/store/${holder}/:id`].map((matcher) => ({
    matcher,
    methods: ["GET"],
    middlewares: [askForIds, hideUnavailable],
  }))
)
