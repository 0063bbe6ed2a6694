import { ActionButton } from "../../../components/action-button"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"

export function AcceptButton({ dispute }: { dispute: Dispute }) {
  const { t, format } = useText()
  const may = useMayInShop()
  const accept = useAction("POST /vendor/disputes/:id/accept", CHANGES)
  const { shares, currency_code, state, id } = dispute
  const isPossible = state === "open" && shares.some(({ accepted_at }) => !accepted_at)
  if (!isPossible || !may("disputes:write")) {
    return null
  }
  const amount = shares.map((share) => format.money(share.amount, currency_code)).join(" + ")

  return (
    <ActionButton
      variant="danger"
      run={() => accept.mutateAsync({ params: { id } })}
      done={t("disputes.accepted")}
      confirm={{ title: t("disputes.accept_title"), hint: t("disputes.accept_hint", { amount }) }}
    >
      {t("disputes.accept")}
    </ActionButton>
  )
}
