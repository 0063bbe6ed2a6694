import { Button, Drawer } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { ApiError } from "../lib/api/api-error"
import { type Answer, call, takeToken } from "../lib/api/client"
import { withCode } from "../lib/factor"
import { useResolver } from "../lib/resolver"
import { useSaving } from "../lib/saving"
import { useText } from "../lib/text"
import { DrawerHead } from "./drawer-head"
import { FactorCodeFields } from "./factor-code-fields"
import { FormDrawer } from "./form-drawer"
import { NoFactor } from "./security/no-factor"
import { ErrorState, LoadingState } from "./states"

type Challenge = Answer<"POST /auth/mfa/challenges">["mfa_challenge"]

type Props = { onShown: () => void; onClose: () => void }

/** Shows the second factor again. It stands beside every form, never inside one: what is submitted in it would be submitted there. */
export default function StepUpDrawer({ onShown, onClose }: Props) {
  const { challenge, error } = useChallenge()
  if (challenge) {
    return <CodeDrawer challenge={challenge} onShown={onShown} onClose={onClose} />
  }

  return <WaitingDrawer error={error} onShown={onShown} onClose={onClose} />
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

function WaitingDrawer({ error, onShown, onClose }: Props & { error: unknown }) {
  const { t } = useText()
  const hasNone = error instanceof ApiError && error.code === "factor_not_found"
  if (hasNone) {
    return <NoFactor onShown={onShown} onClose={onClose} />
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <DrawerHead title={t("step_up.title")} hint={t("step_up.hint")} />
        <Drawer.Body>{error ? <ErrorState error={error} /> : <LoadingState rows={2} />}</Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

type CodeProps = Props & { challenge: Challenge }

function CodeDrawer({ challenge, onShown, onClose }: CodeProps) {
  const { t } = useText()
  const form = useForm({
    resolver: useResolver(z.object({ method: z.string(), code: z.string().trim().min(1, t("inputs.code")) })),
    defaultValues: { method: challenge.methods[0] ?? "totp", code: "" },
  })
  const saving = useSaving(form, {
    save: async (body) => {
      const params = { id: challenge.id }
      const { token } = await withCode(() => call("POST /auth/mfa/challenges/:id/verify", { params, body }))
      await takeToken(token)
    },
    onSaved: onShown,
    fields_by_code: { code_invalid: "code", factor_code_used: "code", factor_resting: "code" },
  })

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
      <FactorCodeFields methods={challenge.methods} />
    </FormDrawer>
  )
}
