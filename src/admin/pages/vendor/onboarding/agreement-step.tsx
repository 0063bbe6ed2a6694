import { ActionButton } from "../../../components/action-button"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

export function AgreementStep({ version }: { version: string }) {
  const { t } = useText()
  const accept = useAction("POST /vendor/onboarding/agreement", ["/vendor"])

  return (
    <div>
      <ActionButton
        run={() => accept.mutateAsync({ body: { version } })}
        confirm={{
          title: t("onboarding.agreement_ask"),
          hint: t("onboarding.agreement_ask_hint", { version }),
        }}
        done={t("onboarding.agreement_done")}
      >
        {t("onboarding.accept_agreement", { version })}
      </ActionButton>
    </div>
  )
}
