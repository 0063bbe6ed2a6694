import { Alert } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { Page, Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useMayInShop, useShop } from "../../../lib/me"
import { type TextKey, useText } from "../../../lib/text"
import type { OnboardingOfShop } from "./onboarding-of-shop"
import { RequirementRow } from "./requirement-row"

/** What the shop has to bring before it is approved, and what became of it. */
export default function Onboarding() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/onboarding", {})

  return (
    <Loaded query={query}>
      {({ onboarding }) => (
        <Page
          title={t("onboarding.title")}
          hint={t("onboarding.hint")}
          aside={<StatusBadge of="shop" status={onboarding.status} />}
          back="/vendor/home"
        >
          <Standing onboarding={onboarding} />
          <Section title={t("onboarding.steps")} className="divide-y">
            {onboarding.requirements.map((requirement) => (
              <RequirementRow key={requirement.key} requirement={requirement} onboarding={onboarding} />
            ))}
          </Section>
        </Page>
      )}
    </Loaded>
  )
}

const HINTS: Partial<Record<OnboardingOfShop["status"], TextKey>> = {
  approved: "onboarding.approved_hint",
  pending: "onboarding.pending_hint",
  rejected: "onboarding.rejected_hint",
  suspended: "onboarding.suspended_hint",
}

/** Where the shop stands, and why. */
function Standing({ onboarding: { status, is_complete } }: { onboarding: OnboardingOfShop }) {
  const { t } = useText()
  const mayInShop = useMayInShop()
  const shop = useShop()
  const id = shop?.vendor_id ?? ""
  const query = useAnswer(
    "GET /vendor/shops/:id",
    { params: { id } },
    { enabled: Boolean(id) && mayInShop("shop:read") }
  )
  const resubmit = useAction("POST /vendor/shops/:id/resubmit", ["/vendor"])
  const hint = status === "pending" && is_complete ? "onboarding.ready_hint" : HINTS[status]
  const reason = status === "approved" || status === "pending" ? null : query.data?.shop.status_reason

  return (
    <Alert variant={status === "approved" ? "success" : status === "pending" ? "info" : "error"}>
      <p className="txt-small-plus">{t(`onboarding.${status}`)}</p>
      {hint && <p>{t(hint)}</p>}
      {reason && <p>{t("onboarding.reason", { reason })}</p>}
      {status === "rejected" && mayInShop("onboarding:write") && (
        <div className="mt-2">
          <ActionButton
            run={() => resubmit.mutateAsync({ params: { id }, body: {} })}
            done={t("onboarding.resubmitted")}
          >
            {t("onboarding.resubmit")}
          </ActionButton>
        </div>
      )}
    </Alert>
  )
}
