export const ROLES = ["owner", "manager", "fulfilment", "catalogue", "finance", "support"] as const

export type Role = (typeof ROLES)[number]
