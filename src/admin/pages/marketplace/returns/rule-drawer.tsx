import { z } from "zod"
import { AreaField, ChoiceField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { filledValue } from "../finance/bank-line"
import { CHANGES, type Return } from "./return"

const SIDES = ["buyer", "shop"] as const

/** Ends a return that its shop disputes; one that is back and was not paid can only be paid. */
export function RuleDrawer({ found, onClose }: { found: Return; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const rule = useAction("POST /admin/vendor-returns/:id/rule", CHANGES)
  const isDisputed = found.state === "disputed"
  const Values = z.object({ for: z.enum(SIDES), note: filledValue(texts, 500) })

  return (
    <SaveDrawer
      title={t(isDisputed ? "return_cases.rule_title" : "return_cases.pay_back")}
      hint={t(isDisputed ? "return_cases.rule_hint" : "return_cases.pay_back_hint")}
      verb={t(isDisputed ? "return_cases.rule" : "return_cases.pay_back")}
      is_dangerous
      values={Values}
      first={{ for: SIDES[0], note: "" }}
      save={({ note, ...ruling }) =>
        rule.mutateAsync({ params: { id: found.id }, body: { is_refunded: ruling.for === "buyer", note } })
      }
      onClose={onClose}
    >
      {isDisputed && (
        <ChoiceField
          name="for"
          label={t("cases.ruling_for")}
          choices={SIDES.map((value) => ({ value, label: t(`return_cases.ruled_for.${value}`) }))}
        />
      )}
      <AreaField name="note" label={t("forms.reason")} rows={4} />
    </SaveDrawer>
  )
}
