import { zodResolver } from "@hookform/resolvers/zod"
import { Copy, Text, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { proveAuthenticator } from "../../../lib/api/sign-in"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

export type Enrolment = { id: string; secret: string; url: string }

const Values = z.object({ code: z.string().trim().min(1) })

type Props = { enrolment: Enrolment; onClose: () => void }

/** An authenticator app counts once it has shown a code. */
export function ProveDrawer({ enrolment: { id, secret, url }, onClose }: Props) {
  const { t } = useText()
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(Values), defaultValues: { code: "" } })
  const saving = useSaving(form, {
    save: ({ code }) => proveAuthenticator(id, code),
    onSaved: () => {
      toast.success(t("security.app_added"))
      void client.invalidateQueries({ queryKey: ["auth"] })
      onClose()
    },
    fields_by_code: { code_invalid: "code", factor_code_used: "code" },
  })

  return (
    <FormDrawer
      title={t("security.add_app")}
      hint={t("security.add_app_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("door.check_code")}
    >
      <a href={url} className="txt-small text-ui-fg-base underline">
        {t("security.open_app")}
      </a>
      <div>
        <Text size="small">{t("security.key")}</Text>
        <div className="flex items-center gap-x-2">
          <code className="break-all text-sm">{secret}</code>
          <Copy content={secret} />
        </div>
      </div>
      <TextField name="code" label={t("door.code")} inputMode="numeric" autoComplete="one-time-code" />
    </FormDrawer>
  )
}
