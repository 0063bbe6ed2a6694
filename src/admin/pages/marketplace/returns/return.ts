import type { Answer } from "../../../lib/api/client"

export type Return = Answer<"GET /admin/vendor-returns/:id">["return"]

/** In the order that a return goes through them. */
export const STATES = [
  "requested",
  "approved",
  "in_transit",
  "received",
  "disputed",
  "refunded",
  "rejected",
] as const satisfies Return["state"][]

/** Money may go back with it. Medusa's page of the order keeps what it shows under the last. */
export const CHANGES = ["/admin/vendor-returns", "/admin/vendor-orders", "/admin/refunds", "/orders"] as const
