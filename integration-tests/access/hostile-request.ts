import fc from "fast-check"
import type { Ids } from "./shop-ids"

export type HostileRequest = {
  /** `POST /vendor/products/prod_…?fields=…` */
  path: string
  body: unknown
  headers: Record<string, string>
  /** Which of the first shop's people, or its key, asks. */
  as: number
}

type Parts = { routes: string[]; own: Ids; foreign: Ids }

const RELATIONS = [
  "vendor",
  "vendor.members",
  "vendor.contact_email",
  "vendor.settings",
  "vendor.api_keys",
  "vendor.invitations",
  "vendor.bank_accounts",
  "vendor.documents",
  "vendor.requirements",
  "vendor.status_changes",
  "metadata",
  "customer",
  "fulfillments",
  "fulfillments.labels",
  "service_zone",
  "service_zone.fulfillment_set.location",
  "service_zone.fulfillment_set.location.address",
  "variants.inventory_items.inventory",
  "variants",
  "variants.inventory_items",
  "variants.inventory_items.inventory.location_levels",
  "variants.prices",
  "variants.order_items",
  "sales_channels",
  "sales_channels.products",
  "sales_channels.orders",
  "sales_channels.carts",
  "shipping_profile",
  "shipping_profile.products",
  "categories",
  "categories.products",
  "collection.products",
  "order",
  "order.items",
  "order.vendor_orders",
  "items",
  "lines",
  "customer.orders",
  "product.vendor.products",
]

const FILTERS = [
  "id",
  "q",
  "vendor_id",
  "vendor",
  "vendor[id]",
  "vendor[status]",
  "product_id",
  "location_id",
  "order_id",
  "status",
  "status[]",
  "id[$in][]",
  "id[$ne]",
  "$or[0][vendor_id]",
  "$or[0][id]",
  "$and[0][vendor_id][$ne]",
  "filters[vendor_id]",
  "created_at[$gt]",
  "sales_channel_id",
  "category_id",
  "category_id[]",
  "__proto__[vendor_id]",
  "constructor[prototype][vendor_id]",
  "deleted_at",
  "with_deleted",
]

/** One request, as somebody writes it who wants to reach the other shop. */
export function hostileRequest({ routes, own, foreign }: Parts): fc.Arbitrary<HostileRequest> {
  const foreignId = fc.constantFrom(...Object.values(foreign).flat())
  const anyId = fc.oneof(
    { weight: 5, arbitrary: foreignId },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(own).flat()) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "*", "null", "undefined", "[object Object]", "%", "1 or 1=1", ".."),
    }
  )
  const fields = fc
    .array(fc.tuple(fc.constantFrom("", "+", "*", "-"), fc.constantFrom(...RELATIONS)), { maxLength: 4 })
    .map((list) => list.map(([sign, relation]) => `${sign}${relation}`).join(","))
  const query = fc.record(
    {
      fields,
      order: fc.constantFrom(
        "id",
        "-created_at",
        "vendor.name",
        "-vendor_id",
        "variants.sku",
        "contact_email"
      ),
      limit: fc.constantFrom("1", "100", "1000000", "-1", "0"),
      offset: fc.constantFrom("0", "1", "-1"),
      filter: fc.tuple(fc.constantFrom(...FILTERS), anyId),
    },
    { requiredKeys: [] }
  )

  return fc.record({
    as: fc.nat({ max: 9 }),
    path: fc
      .tuple(fc.constantFrom(...routes), fc.array(anyId, { minLength: 4, maxLength: 4 }), query)
      .map(([route, ids, parts]) => fill(route, ids, parts)),
    body: hostileBody(anyId, foreign),
    headers: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...(foreign.vendor_id ?? [])).map((id) => ({ "x-vendor-id": id })),
      }
    ),
  })
}

type QueryParts = Partial<
  Record<"fields" | "order" | "limit" | "offset", string> & { filter: [string, string] }
>

/** `GET /vendor/orders/:id` with ids in place, and the query behind it; the method stays in front. */
function fill(route: string, ids: string[], { filter, ...parts }: QueryParts): string {
  const left = [...ids]
  const path = route.replaceAll(/:\w+/g, () => encodeURIComponent(left.pop() ?? "none") || "none")
  const query = new URLSearchParams(parts as Record<string, string>)
  if (filter) {
    query.append(filter[0], filter[1])
  }

  return query.size ? `${path}?${query}` : path
}

const TEXTS = ["Plain", "", "x".repeat(300), "<b>bold</b>", "0", "-1"]

/** Bodies are right more often than chance has it, or validation alone would be tested. */
function hostileBody(anyId: fc.Arbitrary<string>, foreign: Ids): fc.Arbitrary<unknown> {
  const ids = fc.array(anyId, { maxLength: 3 })
  const quantity = fc.constantFrom(1, 2, 0, -1, 1_000_000)
  const text = fc.constantFrom(...TEXTS)
  const line = fc.record({ line_id: anyId, quantity })
  const foreignVariant = fc.constantFrom(...(foreign.variant_id ?? [""]))
  const known = fc.record(
    {
      id: anyId,
      ids,
      title: text,
      name: text,
      reason: fc.constant("because the test says so"),
      vendor_id: anyId,
      product_id: anyId,
      variant_id: anyId,
      user_id: anyId,
      location_id: anyId,
      shipping_profile_id: anyId,
      sales_channel_id: anyId,
      role: fc.constantFrom("owner", "support"),
      items: fc.array(line, { maxLength: 3 }),
      levels: fc.array(
        fc.record({ inventory_item_id: anyId, location_id: anyId, stocked_quantity: quantity }),
        {
          maxLength: 3,
        }
      ),
      stocked_quantity: quantity,
      variants: fc.array(
        fc.record({ id: foreignVariant, title: text, sku: text }, { requiredKeys: ["id"] }),
        {
          maxLength: 2,
        }
      ),
      options: fc.array(fc.record({ id: anyId, title: text, values: fc.constant(["One"]) }), {
        maxLength: 2,
      }),
      images: fc.array(fc.record({ id: anyId, url: fc.constant("https://example.com/a.png") }), {
        maxLength: 2,
      }),
      category_ids: ids,
      tag_ids: ids,
      metadata: fc.record({ vendor_id: anyId }),
    },
    { requiredKeys: [] }
  )
  // A body reaches a handler only when it has no unknown name, so most have one or two.
  const small = known.map((body) => Object.fromEntries(Object.entries(body).slice(0, 2)))

  return fc.oneof(
    { weight: 5, arbitrary: small },
    { weight: 1, arbitrary: known },
    { weight: 1, arbitrary: fc.jsonValue() }
  )
}
