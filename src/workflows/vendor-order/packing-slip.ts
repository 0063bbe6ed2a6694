import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { day, escaped, printedPage, table } from "../../lib/printed-page"
import { vendorsById } from "../vendor/vendor-owners"
import { retrieveVendorOrder } from "./list-vendor-orders"

type Slip = {
  shop_name: string
  display_number: string
  placed_at: Date
  buyer: { name: string; phone: string | null }
  delivery_address: Record<string, string | null> | null
  delivery_names: string[]
  lines: { title: string; variant_title: string | null; sku: string | null; quantity: number }[]
}

type PackingSlipRef = { vendor_id: string; vendor_order_id: string; fulfilment_id?: string }

/** What goes into the parcel, as a page to print: all that is still in the order, or one fulfilment of it. */
export async function packingSlipPage(container: MedusaContainer, ref: PackingSlipRef): Promise<string> {
  const order = await retrieveVendorOrder(container, ref)
  if (!order.delivery_address) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_NOT_PAID,
      "There is nothing to pack: the order is not paid, has been canceled or goes nowhere."
    )
  }
  const packed = ref.fulfilment_id ? packedIn(order, ref.fulfilment_id) : null
  const vendors = await vendorsById(container, [ref.vendor_id])

  return slipPage({
    ...order,
    shop_name: vendors.get(ref.vendor_id)?.name ?? "",
    delivery_names: order.shipping_methods.map(({ title }) => title),
    lines: order.lines.flatMap((line) => {
      const quantity = packed ? packed.get(line.id) : line.fulfilled_quantity + line.unfulfilled_quantity

      return quantity ? [{ ...line, quantity }] : []
    }),
  })
}

type Order = Awaited<ReturnType<typeof retrieveVendorOrder>>

/** How many of each line. @throws not found for one that is not the shop's, or was unpacked again */
function packedIn({ fulfilments }: Order, id: string): Map<string, number> {
  const found = fulfilments.find((fulfilment) => fulfilment.id === id && !fulfilment.canceled_at)
  if (!found) {
    throw notFound(ErrorCode.VENDOR_ORDER_FULFILMENT_NOT_FOUND, `Fulfilment ${id} was not found.`)
  }

  return new Map(found.items.map(({ line_id, quantity }) => [line_id, quantity]))
}

/** Names no price: a parcel may be a present. */
export function slipPage(slip: Slip): string {
  const { buyer, delivery_address: address } = slip
  const to = [
    buyer.name,
    address?.company,
    address?.address_1,
    address?.address_2,
    [address?.postal_code, address?.city].filter(Boolean).join(" "),
    address?.province,
    address?.country_code?.toUpperCase(),
    buyer.phone,
  ]
  const rows = slip.lines.map(
    ({ title, variant_title, sku, quantity }) =>
      `<tr>${cells([[title, variant_title].filter(Boolean).join(", "), sku ?? "", String(quantity)])}</tr>`
  )

  return printedPage(
    `Packing slip ${slip.display_number}`,
    [
      `<h1>${escaped(slip.shop_name)}</h1>`,
      `<p>Packing slip of order ${escaped(slip.display_number)}, ${day(new Date(slip.placed_at))}</p>`,
      "<h2>Deliver to</h2>",
      `<p>${to.flatMap((part) => (part ? escaped(part) : [])).join("<br>")}</p>`,
      `<p>${slip.delivery_names.map(escaped).join(", ")}</p>`,
      "<h2>Contents</h2>",
      table(["Item", "SKU", "Quantity"], rows),
    ].join("\n")
  )
}

const cells = (texts: string[]): string => texts.map((text) => `<td>${escaped(text)}</td>`).join("")
