import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"
import { RulingDrawer } from "./ruling-drawer"

/** A bank decides over its chargebacks: staff send it the evidence. Over buyers' cases they decide themselves. */
export function CaseActions({ dispute }: { dispute: Dispute }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [open, setOpen] = useState<"submit" | "ruling" | null>(null)
  const submit = useAction("POST /admin/disputes/:id/submit", CHANGES)
  if (dispute.state !== "open") {
    return null
  }

  return (
    <>
      {dispute.kind === "chargeback" && may("disputes:write") && (
        <Button size="small" variant="primary" onClick={() => setOpen("submit")}>
          {t("cases.submit")}
        </Button>
      )}
      {may("disputes:rule") && (
        <Button
          size="small"
          variant={dispute.kind === "buyer" ? "primary" : "secondary"}
          onClick={() => setOpen("ruling")}
        >
          {t("cases.ruling")}
        </Button>
      )}
      {open === "submit" && (
        <ReasonDrawer
          title={t("cases.submit_title")}
          hint={t("cases.submit_hint")}
          label={t("cases.message")}
          verb={t("cases.submit")}
          is_optional
          run={(message) =>
            submit.mutateAsync({ params: { id: dispute.id }, body: message ? { message } : {} })
          }
          onClose={() => setOpen(null)}
        />
      )}
      {open === "ruling" && <RulingDrawer dispute={dispute} onClose={() => setOpen(null)} />}
    </>
  )
}
