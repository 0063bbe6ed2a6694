import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { ApiError } from "../../lib/api/api-error"
import { call } from "../../lib/api/client"
import { changePhone } from "../../lib/api/sign-in"
import { asNumber } from "../../lib/phone-text"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { TextField } from "../fields"
import { FormDrawer } from "../form-drawer"
import { SentCodeField } from "./sent-code-field"

type Props = { is_change: boolean; has_factor: boolean; onClose: () => void }

const Values = z.object({ phone: z.string().trim().min(1), code: z.string().trim(), password: z.string() })

type Change = { phone: string; code: string; password: string }

/** The number first; then the code that was sent there, and the password where there is no second factor to show. */
export function PhoneDrawer({ is_change, has_factor, onClose }: Props) {
  const { t } = useText()
  const client = useQueryClient()
  const [sent_to, setSentTo] = useState<string | null>(null)
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { phone: "", code: "", password: "" },
  })
  const send = async (phone: string): Promise<void> => {
    await call("POST /auth/phone/change/code", { body: { phone } })
    setSentTo(phone)
  }
  const change = async (values: Change): Promise<void> => {
    await changed(values, has_factor)
    await client.invalidateQueries({ queryKey: ["vendor", "me"] })
    await client.invalidateQueries({ queryKey: ["auth"] })
    toast.success(t("security.phone_changed"))
    onClose()
  }
  const saving = useSaving(form, {
    save: async ({ code, password, ...typed }) => {
      const phone = asNumber(typed.phone)
      if (sent_to !== phone) {
        await send(phone)
      } else if (code) {
        await change({ phone, code, password })
      } else {
        form.setError("code", { message: t("security.type_code") }, { shouldFocus: true })
      }
    },
    fields_by_code: {
      phone_invalid: "phone",
      phone_country_refused: "phone",
      phone_taken: "phone",
      code_invalid: "code",
      password_wrong: "password",
    },
  })

  return (
    <FormDrawer
      title={t(is_change ? "security.change_phone" : "security.add_phone")}
      hint={t("security.change_phone_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t(sent_to ? "door.check_code" : "door.send_code")}
    >
      <TextField
        name="phone"
        label={t("onboarding.phone_number")}
        hint={t("door.contact_phone_hint")}
        type="tel"
        autoComplete="tel"
      />
      {sent_to && <SentCodeField sent_to={sent_to} resend={() => send(sent_to)} />}
      {sent_to && !has_factor && (
        <TextField
          name="password"
          label={t("door.password")}
          type="password"
          autoComplete="current-password"
        />
      )}
    </FormDrawer>
  )
}

/** Without a second factor the server asks for one where it misses the password. */
async function changed({ password, ...body }: Change, hasFactor: boolean): Promise<void> {
  if (hasFactor) {
    await call("POST /auth/phone/change", { body })
    return
  }
  await changePhone({ ...body, password }).catch((error: unknown) => {
    throw error instanceof ApiError && error.code === "step_up_required"
      ? new ApiError("password_wrong", error.message, error.status)
      : error
  })
}
