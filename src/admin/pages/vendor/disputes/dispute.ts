import type { Answer } from "../../../lib/api/client"

export type Dispute = Answer<"GET /vendor/disputes/:id">["dispute"]

export const CHANGES = [
  "/vendor/disputes",
  "/vendor/home",
  "/vendor/balances",
  "/vendor/transactions",
  "/vendor/orders",
] as const
