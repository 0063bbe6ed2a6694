import type { Answer } from "../../../lib/api/client"

export type Return = Answer<"GET /vendor/returns/:id">["return"]

/** What changes with a return: money may go back, goods may come into stock. */
export const CHANGES = [
  "/vendor/returns",
  "/vendor/orders",
  "/vendor/home",
  "/vendor/balances",
  "/vendor/inventory-items",
  "/vendor/products",
  "/vendor/transactions",
] as const

/** How far it has come; one that staff have made in Medusa has only Medusa's word for it. */
export const stageOf = ({ state, status }: Return): string => state ?? status
