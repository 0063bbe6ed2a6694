import type { Answer } from "../../../lib/api/client"

export type Dispute = Answer<"GET /admin/disputes/:id">["dispute"]

export const CHANGES = ["/admin/disputes"] as const

const ENDED: Dispute["state"][] = ["won", "lost", "withdrawn"]

export const isOpen = ({ state }: Pick<Dispute, "state">): boolean => !ENDED.includes(state)
