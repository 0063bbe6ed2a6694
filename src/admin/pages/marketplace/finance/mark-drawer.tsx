import { z } from "zod"
import { AreaField, ChoiceField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import type { Payout } from "./records"

const OUTCOMES = ["paid", "failed", "returned"] as const

const Values = z.object({ outcome: z.enum(OUTCOMES), reason: z.string().trim().max(500) })

/** What is paid can only come back. */
const outcomesOf = ({ state }: Payout) =>
  OUTCOMES.filter((outcome) => (outcome === "returned") === (state === "paid"))

export function MarkDrawer({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const { t } = useText()
  const outcomes = outcomesOf(payout)
  const mark = useAction("POST /admin/payouts/:id/mark", ["/admin/payouts"])

  return (
    <SaveDrawer
      title={t("finance.mark_title")}
      hint={t("finance.mark_hint")}
      values={Values}
      first={{ outcome: outcomes[0], reason: "" }}
      save={({ outcome, reason }) =>
        mark.mutateAsync({ params: { id: payout.id }, body: { outcome, reason: reason || null } })
      }
      onClose={onClose}
    >
      <ChoiceField
        name="outcome"
        label={t("finance.outcome")}
        choices={outcomes.map((value) => ({ value, label: t(`finance.outcomes.${value}`) }))}
      />
      <AreaField name="reason" label={t("finance.note")} is_optional />
    </SaveDrawer>
  )
}
