import { toast } from "@medusajs/ui"
import type { Answer } from "../../../lib/api/client"
import type { Texts } from "../../../lib/text"

type Outcome = Answer<"POST /admin/bank-transfers">["outcome"]

/** What buyers get what they paid for by; the rest needs somebody, or sends the money back. */
const AS_WANTED: Outcome[] = ["ordered", "prepaid", "authorized"]

/** What the line of a statement has led to, and whether it is what whoever wrote it down wanted. */
export const toldOf = (outcome: Outcome) =>
  ({ text: outcome ?? "none", is_as_wanted: AS_WANTED.includes(outcome) }) as const

export function tellOutcome(outcome: Outcome, { t }: Pick<Texts, "t">): void {
  const { text, is_as_wanted } = toldOf(outcome)
  const tell = is_as_wanted ? toast.success : toast.warning
  tell(t(`transfer_outcomes.${text}`))
}
