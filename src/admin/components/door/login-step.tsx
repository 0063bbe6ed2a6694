import { useForm } from "react-hook-form"
import { z } from "zod"
import { ApiError } from "../../lib/api/api-error"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { TextField } from "../fields"
import type { Purpose } from "./purpose"
import { StepForm } from "./step-form"
import type { Door } from "./use-door"

const Values = z.object({ email: z.string().trim().min(1), password: z.string().min(1) })

const FIELDS = {
  email_invalid: "email",
  password_missing: "password",
  password_too_short: "password",
  password_too_long: "password",
  password_common: "password",
  password_contains_email: "password",
} as const

type Props = { door: Door; purpose: Purpose; is_new: boolean }

/** E-mail and password, of a new login or of one that there is. */
export function LoginStep({ door, purpose, is_new }: Props) {
  const { t } = useText()
  const form = useForm({ resolver: useResolver(Values), defaultValues: { email: "", password: "" } })
  const saving = useSaving(form, {
    save: (credentials) =>
      (is_new ? door.register(credentials) : door.signIn(credentials)).catch((error: unknown) => {
        // Core's word for a wrong password is no sentence.
        throw isRefused(error)
          ? new ApiError("login_refused", t(is_new ? "door.maybe_exists" : "door.wrong_login"), 401)
          : error
      }),
    fields_by_code: FIELDS,
  })
  const hasChoice = purpose.kind !== "verify"

  return (
    <StepForm
      {...wordsOf(purpose, is_new, t)}
      form={form}
      saving={saving}
      other={
        hasChoice
          ? {
              verb: t(is_new ? "door.has_login" : "door.new_login"),
              run: () => door.choose(is_new ? "sign_in" : "account"),
            }
          : undefined
      }
    >
      <TextField name="email" label={t("door.email")} type="email" autoComplete="username" />
      <TextField
        name="password"
        label={t("door.password")}
        hint={is_new ? t("door.password_hint") : undefined}
        type="password"
        autoComplete={is_new ? "new-password" : "current-password"}
      />
    </StepForm>
  )
}

const isRefused = (error: unknown) =>
  error instanceof ApiError && error.status === 401 && error.code === "unauthorized"

type Words = { title: string; hint: string; verb: string }

function wordsOf({ kind }: Purpose, is_new: boolean, t: ReturnType<typeof useText>["t"]): Words {
  if (kind === "shop") {
    return is_new
      ? { title: t("door.account_title"), hint: t("door.account_hint"), verb: t("door.make_login") }
      : { title: t("door.sign_in_title"), hint: t("door.sign_in_shop_hint"), verb: t("door.sign_in") }
  }
  if (kind === "verify") {
    return { title: t("door.verify_title"), hint: t("door.verify_hint"), verb: t("door.verify") }
  }

  return {
    title: t(`door.${kind}_title`),
    hint: t("door.invitation_hint"),
    verb: t(is_new ? "door.make_login" : "door.accept"),
  }
}
