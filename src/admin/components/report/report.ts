import type { Answer } from "../../lib/api/client"

/** Whose report it is: a shop's own, or that of all together. */
export type Surface = "vendor" | "admin"

export type Report = Answer<"GET /vendor/reports/sales">["report"]
