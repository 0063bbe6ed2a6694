import { Button } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { SentCodeField } from "../../../components/security/sent-code-field"
import { confirmPhoneCode, sendPhoneCode } from "../../../lib/api/sign-in"
import { asNumber } from "../../../lib/phone-text"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

export function PhoneStep() {
  const { t } = useText()
  const [is_open, setOpen] = useState(false)

  return (
    <div>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("onboarding.prove_phone")}
      </Button>
      {is_open && <PhoneDrawer onClose={() => setOpen(false)} />}
    </div>
  )
}

const Values = z.object({ phone: z.string().trim().min(1), code: z.string().trim() })

/** The number first; then the code that was sent there. */
function PhoneDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const client = useQueryClient()
  const [sent_to, setSentTo] = useState<string | null>(null)
  const form = useForm({ resolver: useResolver(Values), defaultValues: { phone: "", code: "" } })
  const send = async (number: string): Promise<void> => {
    await sendPhoneCode(number)
    setSentTo(number)
  }
  const saving = useSaving(form, {
    save: async ({ phone, code }) => {
      const number = asNumber(phone)
      if (sent_to !== number) {
        await send(number)
      } else if (code) {
        await confirmPhoneCode(code)
        await client.invalidateQueries({ queryKey: ["vendor"] })
        onClose()
      } else {
        form.setError("code", { message: t("security.type_code") }, { shouldFocus: true })
      }
    },
    fields_by_code: { phone_invalid: "phone", phone_country_refused: "phone", code_invalid: "code" },
  })

  return (
    <FormDrawer
      title={t("onboarding.prove_phone")}
      hint={t("onboarding.prove_phone_hint")}
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
    </FormDrawer>
  )
}
