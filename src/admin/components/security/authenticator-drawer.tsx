import { Copy, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { useAction } from "../../lib/api/hooks"
import { type Enrolment, withCode } from "../../lib/factor"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { TextField } from "../fields"
import { FormDrawer } from "../form-drawer"
import { QrCode } from "./qr-code"

type Props = { enrolment: Enrolment; onClose: () => void; onAdded: () => void }

/** An authenticator app counts once it has shown a code. */
export function AuthenticatorDrawer({ enrolment: { id, secret, url }, onClose, onAdded }: Props) {
  const { t } = useText()
  const Values = z.object({ code: z.string().trim().min(1, t("security.type_code")) })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { code: "" } })
  const prove = useAction("POST /auth/mfa/factors/:id/verify", ["/auth", "/vendor/me"])
  const saving = useSaving(form, {
    save: (body) => withCode(() => prove.mutateAsync({ params: { id }, body })),
    onSaved: onAdded,
    fields_by_code: { code_invalid: "code", factor_code_used: "code" },
  })

  return (
    <FormDrawer
      title={t("security.add.totp")}
      hint={t("security.app_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("door.check_code")}
    >
      <ol className="txt-small flex list-decimal flex-col gap-y-4 ps-5">
        <li>
          <Text size="small">{t("security.app_install")}</Text>
        </li>
        <li>
          <Text size="small">{t("security.app_scan")}</Text>
          <div className="flex flex-col items-start gap-y-3 pt-2">
            <QrCode text={url} label={t("security.qr")} />
            <a href={url} className="txt-small rounded text-ui-fg-base underline underline-offset-2">
              {t("security.app_open")}
            </a>
            <div>
              <Text size="small">{t("security.app_key")}</Text>
              <div className="flex items-center gap-x-2">
                <code className="break-all text-sm">{secret}</code>
                <Copy content={secret} aria-label={t("security.copy_key")} />
              </div>
            </div>
          </div>
        </li>
        <li>
          <TextField
            name="code"
            label={t("security.app_code")}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        </li>
      </ol>
    </FormDrawer>
  )
}
