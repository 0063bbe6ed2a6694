import type { Answer } from "../../../lib/api/client"

export type Member = Answer<"GET /admin/staff">["staff"][number]

export const nameOf = ({ first_name, last_name, email, user_id }: Member): string =>
  [first_name, last_name].filter(Boolean).join(" ") || (email ?? user_id)
