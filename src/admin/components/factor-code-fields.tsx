import { useState } from "react"
import { useFormContext } from "react-hook-form"
import { call } from "../lib/api/client"
import { useText } from "../lib/text"
import { ActionButton } from "./action-button"
import { ChoiceField, TextField } from "./fields"

/** By which second factor somebody shows that it is them, and its code: the fields `method` and `code`. */
export function FactorCodeFields({ methods }: { methods: string[] }) {
  const { t, named } = useText()
  const [sent, setSent] = useState<{ method: string; to: string } | null>(null)
  const method = useFormContext<{ method: string }>().watch("method")
  const send = async (channel: "sms" | "email"): Promise<void> => {
    const { code } = await call("POST /auth/mfa/code", { body: { method: channel } })
    setSent({ method: channel, to: code.sent_to })
  }

  return (
    <>
      {methods.length > 1 && (
        <ChoiceField
          name="method"
          label={t("step_up.method")}
          choices={methods.map((value) => ({ value, label: named("step_up.methods", value) }))}
        />
      )}
      {(method === "sms" || method === "email") && (
        <div className="flex flex-wrap items-center gap-2">
          <ActionButton run={() => send(method)}>{t("step_up.send_code")}</ActionButton>
          <span role="status" className="txt-small text-ui-fg-subtle">
            {sent?.method === method && t("door.code_sent", { to: sent.to })}
          </span>
        </div>
      )}
      <TextField
        name="code"
        label={t("step_up.code")}
        hint={method === "totp" ? t("step_up.app_hint") : undefined}
        autoComplete="one-time-code"
        inputMode={method === "recovery_code" ? "text" : "numeric"}
      />
    </>
  )
}
