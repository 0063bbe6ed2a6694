import type { Answer } from "../../../lib/api/client"

export type Dispute = Answer<"GET /admin/disputes/:id">["dispute"]

export const CHANGES = ["/admin/disputes"] as const
