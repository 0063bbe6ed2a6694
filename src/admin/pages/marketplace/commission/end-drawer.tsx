import { z } from "zod"
import { AreaField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { Preview } from "./preview"
import { CHANGES, type Rule } from "./rule"

const Values = z.object({ reason: z.string().trim().max(1000) })

export function EndDrawer({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useText()
  const end = useAction("POST /admin/commission-rules/:id/end", CHANGES)

  return (
    <SaveDrawer
      title={t("commission.end_title", { name: rule.name })}
      hint={t("commission.end_hint")}
      verb={t("commission.end")}
      is_dangerous
      values={Values}
      first={{ reason: "" }}
      save={({ reason }) =>
        end.mutateAsync({ params: { id: rule.id }, body: { reason: reason || undefined } })
      }
      onClose={onClose}
    >
      <AreaField name="reason" label={t("forms.reason")} is_optional />
      <Preview changeOf={() => ({ id: rule.id, end: true })} />
    </SaveDrawer>
  )
}
