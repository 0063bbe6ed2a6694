import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { routeOfRequest } from "../../access/route-of-request"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

type Place = { entity: string; field: string }

/** Where the order of a record stands, by core's resource; `null` where the id in the address is the order's own. */
const ORDER_OF: Record<string, Place | null> = {
  orders: null,
  "order-edits": null,
  "order-changes": { entity: "order_change", field: "id" },
  returns: { entity: "return", field: "id" },
  claims: { entity: "order_claim", field: "id" },
  exchanges: { entity: "order_exchange", field: "id" },
  fulfillments: { entity: "order_fulfillment", field: "fulfillment_id" },
  payments: { entity: "order_payment_collection", field: "payment_collection_id" },
  "payment-collections": { entity: "order_payment_collection", field: "payment_collection_id" },
}

/** The order that a changing request under `/admin` is about; null when it is about none, or one that is not there. */
export async function orderOfRequest(req: MedusaRequest): Promise<string | null> {
  const route = READING.has(req.method) ? null : routeOfRequest(req)
  const [, , resource = "", ...rest] = route?.split("/") ?? []
  const place = ORDER_OF[resource]
  if (place === undefined) {
    return null
  }
  if (rest[0] !== ":id") {
    return idIn((req.body as { order_id?: unknown } | undefined)?.order_id)
  }
  const id = idIn(decodeURIComponent(addressOf(req).split("/")[3] ?? ""))
  if (!id || !place) {
    return id
  }

  return orderOfRecord(req, place, resource === "payments" ? await collectionOf(req, id) : id)
}

const idIn = (value: unknown): string | null =>
  typeof value === "string" && value.length > 0 && value.length < 100 ? value : null

const addressOf = (req: MedusaRequest): string => req.originalUrl.split("?", 1)[0] ?? ""

async function collectionOf(req: MedusaRequest, paymentId: string): Promise<string> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment",
    fields: ["payment_collection_id"],
    filters: { id: paymentId },
  })

  return data[0]?.payment_collection_id ?? ""
}

async function orderOfRecord(
  req: MedusaRequest,
  { entity, field }: Place,
  id: string
): Promise<string | null> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity,
    fields: ["order_id"],
    filters: { [field]: id },
  })

  return (data[0] as { order_id?: string } | undefined)?.order_id ?? null
}
