import { Alert, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import type { FactorKind } from "../../lib/api/core-routes"
import { useAction } from "../../lib/api/hooks"
import { type Factor, methodsOf, withCode } from "../../lib/factor"
import { useMe } from "../../lib/me"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { FactorCodeFields } from "../factor-code-fields"
import { FormDrawer } from "../form-drawer"

type Props = { factor: Factor; factors: Factor[]; onClose: () => void }

/** Whoever removes a way to show that it is them shows it once more. */
export function RemoveFactorDrawer({ factor: { id, provider }, factors, onClose }: Props) {
  const { t } = useText()
  const methods = methodsOf(factors, provider)
  const Values = z.object({
    method: z.string(),
    code: z.string().trim().min(1, t("security.type_code")),
  })
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { method: methods[0] ?? provider, code: "" },
  })
  const remove = useAction("DELETE /auth/mfa/factors/:id", ["/auth", "/vendor/me"])
  const saving = useSaving(form, {
    save: (body) => withCode(() => remove.mutateAsync({ params: { id }, body })),
    onSaved: () => {
      toast.success(t("security.removed"))
      onClose()
    },
    fields_by_code: { code_invalid: "code", factor_code_used: "code", factor_resting: "code" },
  })

  return (
    <FormDrawer
      title={t(`security.remove.${provider}`)}
      hint={t("security.remove_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("actions.remove")}
      is_dangerous
    >
      <LastOne factors={factors} kind={provider} />
      <FactorCodeFields methods={methods} />
    </FormDrawer>
  )
}

function LastOne({ factors, kind }: { factors: Factor[]; kind: FactorKind }) {
  const { t } = useText()
  const { data: me } = useMe()
  const hasOther = factors.some(({ provider, status }) => provider !== kind && status === "enabled")
  if (hasOther) {
    return null
  }

  return (
    <Alert variant="warning">
      {t(me?.second_factor.is_required ? "security.last_required" : "security.is_last")}
    </Alert>
  )
}
