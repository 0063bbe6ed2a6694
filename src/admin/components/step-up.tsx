import { zodResolver } from "@hookform/resolvers/zod"
import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useForm } from "react-hook-form"
import { Link } from "react-router-dom"
import { z } from "zod"
import { ApiError } from "../lib/api/api-error"
import { type Answer, call, takeToken } from "../lib/api/client"
import { useMe } from "../lib/me"
import { useSaving } from "../lib/saving"
import { useText } from "../lib/text"
import { ActionButton } from "./action-button"
import { DrawerHead } from "./drawer-head"
import { ChoiceField, TextField } from "./fields"
import { FormDrawer } from "./form-drawer"
import { ErrorState, LoadingState } from "./states"

type Challenge = Answer<"POST /auth/mfa/challenges">["mfa_challenge"]

type Props = { onShown: () => void; onClose: () => void }

/** Shows the second factor again. It stands beside every form, never inside one: what is submitted in it would be submitted there. */
export default function StepUpDrawer({ onShown, onClose }: Props) {
  const { challenge, error } = useChallenge()
  if (challenge) {
    return <CodeDrawer challenge={challenge} onShown={onShown} onClose={onClose} />
  }

  return <WaitingDrawer error={error} onClose={onClose} />
}

/** One challenge for one drawer: each that is begun counts as a try. */
function useChallenge() {
  const isAsked = useRef(false)
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (isAsked.current) {
      return
    }
    isAsked.current = true
    call("POST /auth/mfa/challenges", { body: {} }).then(
      ({ mfa_challenge }) => setChallenge(mfa_challenge),
      setError
    )
  }, [])

  return { challenge, error }
}

function WaitingDrawer({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { t } = useText()
  const { data: me } = useMe()
  const hasNone = error instanceof ApiError && error.code === "factor_not_found"

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <DrawerHead title={t("step_up.title")} hint={t("step_up.hint")} />
        <Drawer.Body>
          {!error && <LoadingState rows={2} />}
          {hasNone && <Text>{t("step_up.none")}</Text>}
          {Boolean(error) && !hasNone && <ErrorState error={error} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
          {hasNone && (
            <Button size="small" asChild>
              <Link to={me?.staff ? "/settings/profile" : "/vendor/settings/security"} onClick={onClose}>
                {t("step_up.to_security")}
              </Link>
            </Button>
          )}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

type CodeProps = Props & { challenge: Challenge }

function CodeDrawer({ challenge, onShown, onClose }: CodeProps) {
  const { t, named } = useText()
  const form = useForm({
    resolver: zodResolver(z.object({ method: z.string(), code: z.string().trim().min(1, t("inputs.code")) })),
    defaultValues: { method: challenge.methods[0] ?? "totp", code: "" },
  })
  const saving = useSaving(form, {
    save: async (body) => {
      const { token } = await call("POST /auth/mfa/challenges/:id/verify", {
        params: { id: challenge.id },
        body,
      })
      await takeToken(token)
    },
    onSaved: onShown,
    fields_by_code: { code_invalid: "code", factor_code_used: "code" },
  })
  const method = form.watch("method")

  return (
    <FormDrawer
      title={t("step_up.title")}
      hint={t("step_up.hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("step_up.confirm")}
    >
      {challenge.methods.length > 1 && (
        <ChoiceField
          name="method"
          label={t("step_up.method")}
          choices={challenge.methods.map((value) => ({ value, label: named("step_up.methods", value) }))}
        />
      )}
      {(method === "sms" || method === "email") && <SendCode method={method} />}
      <TextField
        name="code"
        label={t("step_up.code")}
        autoComplete="one-time-code"
        inputMode={method === "recovery_code" ? "text" : "numeric"}
      />
    </FormDrawer>
  )
}

function SendCode({ method }: { method: "sms" | "email" }) {
  const { t } = useText()
  const run = async (): Promise<void> => {
    await call("POST /auth/mfa/code", { body: { method } })
    toast.success(t("step_up.code_sent"))
  }

  return (
    <div>
      <ActionButton run={run}>{t("step_up.send_code")}</ActionButton>
    </div>
  )
}
