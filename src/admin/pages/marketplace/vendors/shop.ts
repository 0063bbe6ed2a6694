import type { Answer } from "../../../lib/api/client"

export type Shop = Answer<"GET /admin/vendors/:id">["vendor"]
export type Terms = Answer<"GET /admin/payouts/terms/:vendor_id">["payout_terms"]
export type Requirement = Shop["requirements"][number]

/** What changes with a shop: it and every list or count of shops. */
export const CHANGES = ["/admin/vendors"] as const
