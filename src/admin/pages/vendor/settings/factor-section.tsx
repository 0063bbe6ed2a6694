import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { makeRecoveryCodes, startAuthenticator } from "../../../lib/api/sign-in"
import { useText } from "../../../lib/text"
import { type Enrolment, ProveDrawer } from "./prove-drawer"
import { StepUpDrawer } from "./step-up-drawer"

/** The second step of a sign-in: adding it, showing it again, and what helps when the phone is lost. */
export function FactorSection() {
  const { t } = useText()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [is_showing, setShowing] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const start = async (): Promise<void> => {
    const { mfa_factor, secret, otpauth_url } = await startAuthenticator()
    setEnrolment({ id: mfa_factor.id, secret: secret ?? "", url: otpauth_url ?? "" })
  }

  return (
    <Section
      title={t("security.factor")}
      hint={t("security.factor_hint")}
      className="flex flex-col gap-y-3 px-4 py-4 sm:px-6"
    >
      <div className="flex flex-wrap gap-2">
        <ActionButton variant="primary" run={start}>
          {t("security.add_app")}
        </ActionButton>
        <Button size="small" variant="secondary" onClick={() => setShowing(true)}>
          {t("security.show_factor")}
        </Button>
        <ActionButton run={async () => setCodes((await makeRecoveryCodes()).recovery_codes)}>
          {t("security.make_codes")}
        </ActionButton>
      </div>
      {codes.length > 0 && (
        <div role="status">
          <Text size="small">{t("security.codes_hint")}</Text>
          <ul className="mt-2 break-all font-mono text-xs">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      )}
      {enrolment && <ProveDrawer enrolment={enrolment} onClose={() => setEnrolment(null)} />}
      {is_showing && <StepUpDrawer onClose={() => setShowing(false)} />}
    </Section>
  )
}
