import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { useAction } from "../../lib/api/hooks"
import { withCode } from "../../lib/factor"
import { asNumber } from "../../lib/phone-text"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { TextField } from "../fields"
import { FormDrawer } from "../form-drawer"
import { SentCodeField } from "./sent-code-field"
import { useRecentSignIn } from "./use-recent-sign-in"

type Props = { kind: "sms" | "email"; suggestion: string; onClose: () => void; onAdded: () => void }

const Values = z.object({ destination: z.string().trim().min(1), code: z.string().trim() })

type Begun = { id: string; destination: string }

/** Where the codes shall go first; then the code that was sent there. */
export function CodeFactorDrawer({ kind, suggestion, onClose, onAdded }: Props) {
  const { t } = useText()
  const [begun, setBegun] = useState<Begun | null>(null)
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { destination: suggestion, code: "" },
  })
  const recent = useRecentSignIn()
  const start = useAction("POST /auth/mfa/factors", ["/auth"])
  const prove = useAction("POST /auth/mfa/factors/:id/verify", ["/auth", "/vendor/me"])
  const begin = async (destination: string): Promise<void> => {
    const { mfa_factor } = await recent(() =>
      start.mutateAsync({ body: { provider: kind, metadata: { destination } } })
    )
    setBegun({ id: mfa_factor.id, destination })
  }
  const saving = useSaving(form, {
    save: async ({ destination: typed, code }) => {
      const destination = kind === "sms" ? asNumber(typed) : typed
      if (begun?.destination !== destination) {
        await begin(destination)
      } else if (code) {
        await withCode(() => prove.mutateAsync({ params: { id: begun.id }, body: { code } }))
        onAdded()
      } else {
        form.setError("code", { message: t("security.type_code") }, { shouldFocus: true })
      }
    },
    fields_by_code: {
      phone_invalid: "destination",
      phone_country_refused: "destination",
      request_malformed: "destination",
      factor_resting: "destination",
      code_invalid: "code",
      factor_code_used: "code",
    },
  })

  return (
    <FormDrawer
      title={t(`security.add.${kind}`)}
      hint={t(`security.add_hint.${kind}`)}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t(begun ? "door.check_code" : "door.send_code")}
    >
      <TextField
        name="destination"
        label={t(`security.destination.${kind}`)}
        hint={kind === "sms" ? t("door.contact_phone_hint") : undefined}
        type={kind === "sms" ? "tel" : "email"}
        autoComplete={kind === "sms" ? "tel" : "email"}
      />
      {begun && <SentCodeField sent_to={begun.destination} resend={() => begin(begun.destination)} />}
    </FormDrawer>
  )
}
