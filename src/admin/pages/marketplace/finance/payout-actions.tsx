import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useIsOwnRequest } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { BankFileButton } from "./bank-files-section"
import { MarkDrawer } from "./mark-drawer"
import type { Payout } from "./records"

const CHANGES = ["/admin/payouts"] as const

/** The rail of payouts that people make at the bank themselves; the others say by themselves how theirs end. */
const BY_HAND = "manual"

const MAY_BE_MARKED: Payout["state"][] = ["pending", "posting", "unknown", "paid"]

export function PayoutActions({ payout, shop }: { payout: Payout; shop: string }) {
  const { t, format } = useText()
  const isOwnRequest = useIsOwnRequest()
  const [open, setOpen] = useState<"reject" | "mark" | null>(null)
  const approve = useAction("POST /admin/payouts/:id/approve", CHANGES)
  const reject = useAction("POST /admin/payouts/:id/reject", CHANGES)
  const retry = useAction("POST /admin/payouts/:id/retry", CHANGES)
  const params = { id: payout.id }
  const { state, rail, batch } = payout
  const amount = format.money(payout.amount, payout.currency_code)

  return (
    <>
      {(state === "awaiting_approval" || state === "ready") && (
        <Button size="small" variant="secondary" onClick={() => setOpen("reject")}>
          {t("finance.reject")}
        </Button>
      )}
      {state === "awaiting_approval" && isOwnRequest(payout) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("finance.own_request")}
        </Text>
      )}
      {state === "awaiting_approval" && !isOwnRequest(payout) && (
        <ActionButton
          variant="primary"
          run={() => approve.mutateAsync({ params, body: {} })}
          done={t("finance.approved")}
          confirm={{ title: t("finance.approve"), hint: t("finance.approve_hint", { amount, shop }) }}
        >
          {t("finance.approve")}
        </ActionButton>
      )}
      {(state === "failed" || state === "returned") && (
        <ActionButton
          run={() => retry.mutateAsync({ params, body: {} })}
          done={t("finance.retried")}
          confirm={{ title: t("finance.retry"), hint: t("finance.retry_hint") }}
        >
          {t("finance.retry")}
        </ActionButton>
      )}
      {batch && state === "pending" && (
        <BankFileButton currency_code={payout.currency_code} batch={batch}>
          {t("bank_files.again")}
        </BankFileButton>
      )}
      {rail === BY_HAND && MAY_BE_MARKED.includes(state) && (
        <Button size="small" variant="secondary" onClick={() => setOpen("mark")}>
          {t("finance.mark")}
        </Button>
      )}
      {open === "reject" && (
        <ReasonDrawer
          title={t("finance.reject_title")}
          hint={t("finance.reject_hint")}
          verb={t("finance.reject")}
          is_dangerous
          run={(reason) => reject.mutateAsync({ params, body: { reason } })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "mark" && <MarkDrawer payout={payout} onClose={() => setOpen(null)} />}
    </>
  )
}
