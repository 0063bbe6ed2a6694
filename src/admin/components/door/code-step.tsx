import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { callAs } from "../../lib/api/client"
import { showFactor } from "../../lib/api/sign-in"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { ChoiceField, TextField } from "../fields"
import { StepForm } from "./step-form"
import type { Door, Step } from "./use-door"

const Values = z.object({ method: z.string().min(1), code: z.string().trim().min(1) })

type Props = { door: Door; step: Extract<Step, { name: "code" }> }

/** The second factor of a login that has one. */
export function CodeStep({ door, step: { token, challenge, credentials } }: Props) {
  const { t, named } = useText()
  const [sent, setSent] = useState<{ method: string; to: string } | null>(null)
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { method: challenge.methods[0] ?? "totp", code: "" },
  })
  const saving = useSaving(form, {
    save: async ({ method, code }) => {
      const shown = await showFactor(challenge.id, { method, code }, token)
      await door.goOn(shown.token, credentials)
    },
    fields_by_code: { code_invalid: "code", factor_code_used: "code" },
  })
  const method = form.watch("method")

  return (
    <StepForm
      title={t("door.code_title")}
      hint={t("door.code_hint")}
      form={form}
      saving={saving}
      verb={t("door.check_code")}
    >
      <ChoiceField
        name="method"
        label={t("door.method")}
        choices={challenge.methods.map((value) => ({ value, label: named("door.methods", value) }))}
      />
      {(method === "sms" || method === "email") && (
        <ActionButton
          run={async () => {
            const { code } = await callAs(token, "POST /auth/mfa/code", { body: { method } })
            setSent({ method, to: code.sent_to })
          }}
        >
          {t("door.send_code")}
        </ActionButton>
      )}
      {sent?.method === method && (
        <Text size="small" role="status">
          {t("door.code_sent", { to: sent.to })}
        </Text>
      )}
      <TextField name="code" label={t("door.code")} autoComplete="one-time-code" />
    </StepForm>
  )
}
