import { Heading, StatusBadge, Text } from "@medusajs/ui"
import { WHILE_OPEN } from "../../../../lib/route-access"
import { BankAccount } from "../../../components/bank-account"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { AgreementStep } from "./agreement-step"
import { DocumentsStep } from "./documents-step"
import type { OnboardingOfShop } from "./onboarding-of-shop"
import { PhoneStep } from "./phone-step"

type Requirement = OnboardingOfShop["requirements"][number]

const COLORS = {
  accepted: "green",
  missing: "orange",
  rejected: "red",
  submitted: "blue",
  waived: "grey",
} as const

type Props = { requirement: Requirement; onboarding: OnboardingOfShop }

export function RequirementRow({ requirement, onboarding }: Props) {
  const { t } = useText()
  const { key, state, reason, is_required } = requirement

  return (
    <div className="flex flex-col gap-y-2 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h3">{t(`onboarding.requirements.${key}`)}</Heading>
        <StatusBadge color={state === "missing" && !is_required ? "grey" : COLORS[state]}>
          {t(`onboarding.states.${state}`)}
        </StatusBadge>
        {!is_required && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("onboarding.optional")}
          </Text>
        )}
      </div>
      <Text size="small" className="max-w-2xl text-ui-fg-subtle">
        {t(`onboarding.how.${key}`)}
      </Text>
      {reason && state === "rejected" && (
        <Text size="small" className="text-ui-fg-error">
          {t("onboarding.reason", { reason })}
        </Text>
      )}
      <StepOf requirement={requirement} onboarding={onboarding} />
    </div>
  )
}

/** What can be done about it, for those who may. */
function StepOf({ requirement, onboarding }: Props) {
  const mayInShop = useMayInShop()
  if (requirement.key === "bank_account") {
    return mayInShop("bank-accounts:read") ? <BankAccount /> : null
  }

  // Each step knows in which states it is open.
  return mayInShop("onboarding:write", WHILE_OPEN) ? (
    <OwnStep requirement={requirement} onboarding={onboarding} />
  ) : null
}

function OwnStep({ requirement: { key, state }, onboarding }: Props) {
  const isPreparing = onboarding.status === "pending" || onboarding.status === "rejected"
  if (key === "documents") {
    return <DocumentsStep documents={onboarding.documents} is_open={isPreparing && state !== "accepted"} />
  }
  if (key === "phone") {
    return state === "missing" ? <PhoneStep /> : null
  }
  const isMissing = state === "missing" || state === "rejected"

  return isPreparing && isMissing ? <AgreementStep version={onboarding.agreement_version} /> : null
}
