import type { Answer } from "../../../lib/api/client"

export type Order = Answer<"GET /vendor/orders/:id">["order"]
export type Line = Order["lines"][number]
export type Parcel = Order["fulfilments"][number]

/** What changes with an order: everything that lists or counts orders, stock or money. */
export const CHANGES = [
  "/vendor/orders",
  "/vendor/home",
  "/vendor/balances",
  "/vendor/transactions",
  "/vendor/debts",
  "/vendor/inventory-items",
  "/vendor/products",
] as const

export const openLines = ({ lines }: Order): Line[] =>
  lines.filter(({ unfulfilled_quantity }) => unfulfilled_quantity > 0)

const ENDED: Order["status"][] = ["canceled", "delivered", "partly_returned", "returned"]

export const isOpen = ({ status }: Order): boolean => !ENDED.includes(status)

const NOTHING_LEFT = "0"

/** What the buyer has paid for this part, by whatever way, can go back: the order's other parts do not matter. */
export const isRefundable = ({ is_payable, refundable_amount }: Order): boolean =>
  is_payable && refundable_amount !== NOTHING_LEFT
