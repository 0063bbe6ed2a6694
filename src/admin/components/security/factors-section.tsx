import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { FactorKind } from "../../lib/api/core-routes"
import { useAction, useAnswer } from "../../lib/api/hooks"
import { type Enrolment, FACTOR_KINDS, type Factor, factorOf, startAuthenticator } from "../../lib/factor"
import { useMe } from "../../lib/me"
import { useText } from "../../lib/text"
import { Loaded } from "../loaded"
import { Section } from "../page"
import { ShownOnceDrawer } from "../shown-once-drawer"
import { AuthenticatorDrawer } from "./authenticator-drawer"
import { CodeFactorDrawer } from "./code-factor-drawer"
import { FactorRow } from "./factor-row"
import { RecoveryRow } from "./recovery-row"
import { RemoveFactorDrawer } from "./remove-factor-drawer"
import { useRecentSignIn } from "./use-recent-sign-in"

/** The ways to show that it is oneself, beside the password. */
export function FactorsSection() {
  const { t } = useText()
  const query = useAnswer("GET /auth/mfa/factors", {})

  return (
    <Section title={t("security.factors")} hint={t("security.factors_hint")} className="divide-y">
      <Loaded query={query} rows={4}>
        {({ mfa_factors }) => <Factors factors={mfa_factors} />}
      </Loaded>
    </Section>
  )
}

/** What stands open at the side of the list. */
type Open =
  | { is: "app"; enrolment: Enrolment }
  | { is: "codes"; kind: "sms" | "email" }
  | { is: "removal"; factor: Factor }
  | { is: "recovery"; codes: string[] }

function Factors({ factors }: { factors: Factor[] }) {
  const { data: me } = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const make = useAction("POST /auth/mfa/recovery-codes")
  const recent = useRecentSignIn()
  const hasAny = factors.some(({ status }) => status === "enabled")
  const showCodes = async (): Promise<void> => {
    const { recovery_codes: codes } = await make.mutateAsync({ body: {} })
    setOpen({ is: "recovery", codes })
  }
  const add = async (kind: FactorKind): Promise<void> => {
    if (kind === "totp") {
      setOpen({ is: "app", enrolment: await recent(() => startAuthenticator(me?.user.email ?? "")) })
      return
    }
    setOpen({ is: "codes", kind })
  }

  return (
    <>
      {FACTOR_KINDS.map((kind) => (
        <FactorRow
          key={kind}
          kind={kind}
          factor={factorOf(factors, kind)}
          onAdd={() => add(kind)}
          onRemove={(factor) => setOpen({ is: "removal", factor })}
        />
      ))}
      {hasAny && <RecoveryRow make={showCodes} />}
      <OpenDrawer open={open} factors={factors} onClose={() => setOpen(null)} makeCodes={showCodes} />
    </>
  )
}

type DrawerProps = {
  open: Open | null
  factors: Factor[]
  onClose: () => void
  makeCodes: () => Promise<void>
}

function OpenDrawer({ open, factors, onClose, makeCodes }: DrawerProps) {
  const { t } = useText()
  const { data: me } = useMe()
  const added = useAdded({ factors, onClose, makeCodes })
  switch (open?.is) {
    case "app":
      return <AuthenticatorDrawer enrolment={open.enrolment} onClose={onClose} onAdded={added} />
    case "codes":
      return (
        <CodeFactorDrawer
          kind={open.kind}
          suggestion={open.kind === "email" ? (me?.user.email ?? "") : ""}
          onClose={onClose}
          onAdded={added}
        />
      )
    case "removal":
      return <RemoveFactorDrawer factor={open.factor} factors={factors} onClose={onClose} />
    case "recovery":
      return (
        <ShownOnceDrawer
          title={t("security.recovery")}
          warning={t("security.codes_warning")}
          secret={open.codes.join("\n")}
          file_name="merkato-recovery-codes.txt"
          onClose={onClose}
        >
          <ul className="flex flex-col gap-y-1 break-all font-mono text-xs">
            {open.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </ShownOnceDrawer>
      )
    default:
      return null
  }
}

/** With the first factor come the codes for the day that it is lost; later ones would put an end to those. */
function useAdded({ factors, onClose, makeCodes }: Omit<DrawerProps, "open">) {
  const { t } = useText()
  const isFirst = !factors.some(({ status }) => status === "enabled")

  return () => {
    toast.success(t("security.added"))
    onClose()
    if (isFirst) {
      makeCodes().catch(() => toast.error(t("security.codes_failed")))
    }
  }
}
