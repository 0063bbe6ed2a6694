import type { Answer } from "../../../lib/api/client"

export type Dispute = Answer<"GET /vendor/disputes/:id">["dispute"]

export const CHANGES = ["/vendor/disputes", "/vendor/home", "/vendor/balances", "/vendor/orders"] as const

const OVER: Dispute["state"][] = ["won", "lost", "withdrawn"]

/** Nothing more is written in a case that is decided. */
export const isOver = ({ state }: Pick<Dispute, "state">): boolean => OVER.includes(state)
