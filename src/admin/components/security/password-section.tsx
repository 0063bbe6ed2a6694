import { Button } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import { z } from "zod"
import { useAction } from "../../lib/api/hooks"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { TextField } from "../fields"
import { Failure } from "../form-drawer"
import { Section } from "../page"

const Values = z.object({ current_password: z.string().min(1), new_password: z.string().min(1) })

/** With another password all sessions end, this one too. */
export function PasswordSection() {
  const { t } = useText()
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { current_password: "", new_password: "" },
  })
  const change = useAction("POST /auth/password")
  const saving = useSaving(form, {
    save: (body) => change.mutateAsync({ body }),
    onSaved: () => window.location.reload(),
    fields_by_code: {
      password_wrong: "current_password",
      password_too_short: "new_password",
      password_too_long: "new_password",
      password_common: "new_password",
      password_contains_email: "new_password",
    },
  })

  return (
    <Section title={t("security.password")} hint={t("security.password_hint")}>
      <FormProvider {...form}>
        <form onSubmit={saving.submit} noValidate className="flex max-w-md flex-col gap-y-4">
          <Failure saving={saving} />
          <TextField
            name="current_password"
            label={t("security.current_password")}
            type="password"
            autoComplete="current-password"
          />
          <TextField
            name="new_password"
            label={t("security.new_password")}
            hint={t("door.password_hint")}
            type="password"
            autoComplete="new-password"
          />
          <div>
            <Button type="submit" size="small" variant="secondary" isLoading={saving.is_saving}>
              {t("security.change_password")}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Section>
  )
}
