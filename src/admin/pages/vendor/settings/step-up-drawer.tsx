import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { ActionButton } from "../../../components/action-button"
import { ChoiceField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { call } from "../../../lib/api/client"
import { keepSession, showFactor } from "../../../lib/api/sign-in"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

const METHODS = ["totp", "sms", "email", "recovery_code"] as const

const Values = z.object({ method: z.enum(METHODS), code: z.string().trim().min(1) })

/** Shows the second factor again, for what asks for one that is fresh. */
export function StepUpDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const [sent_to, setSentTo] = useState<string | null>(null)
  const form = useForm({
    resolver: zodResolver(Values),
    defaultValues: { method: "totp" as (typeof METHODS)[number], code: "" },
  })
  const saving = useSaving(form, {
    save: async ({ method, code }) => {
      const { mfa_challenge } = await call("POST /auth/mfa/challenges", { body: {} })
      const { token } = await showFactor(mfa_challenge.id, { method, code })
      await keepSession(token)
    },
    onSaved: () => {
      toast.success(t("security.shown"))
      onClose()
    },
    fields_by_code: { code_invalid: "code", factor_code_used: "code" },
  })
  const method = form.watch("method")

  return (
    <FormDrawer
      title={t("security.show_factor")}
      hint={t("security.show_factor_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("door.check_code")}
    >
      <ChoiceField
        name="method"
        label={t("door.method")}
        choices={METHODS.map((value) => ({ value, label: t(`door.methods.${value}`) }))}
      />
      {(method === "sms" || method === "email") && (
        <ActionButton
          run={async () => setSentTo((await call("POST /auth/mfa/code", { body: { method } })).code.sent_to)}
        >
          {t("door.send_code")}
        </ActionButton>
      )}
      <TextField
        name="code"
        label={t("door.code")}
        hint={sent_to ? t("door.code_sent", { to: sent_to }) : undefined}
        autoComplete="one-time-code"
      />
    </FormDrawer>
  )
}
