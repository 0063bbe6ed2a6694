import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { Loaded } from "../../../components/loaded"
import { Facts, Section } from "../../../components/page"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { DepositsSection } from "./deposits-section"
import type { Terms } from "./shop"
import { TermsDrawer } from "./terms-drawer"

/** How and when the shop is paid. */
export function TermsSections({ vendor_id }: { vendor_id: string }) {
  const query = useAnswer("GET /admin/payouts/terms/:vendor_id", { params: { vendor_id } })

  return (
    <Loaded query={query} rows={3}>
      {({ payout_terms: terms }) => (
        <>
          <TermsSection terms={terms} />
          <DepositsSection terms={terms} />
        </>
      )}
    </Loaded>
  )
}

function TermsSection({ terms }: { terms: Terms }) {
  const { t, named } = useText()
  const may = useMayAsStaff()
  const [is_open, setOpen] = useState(false)

  return (
    <Section
      title={t("shops.terms")}
      actions={
        may("payouts:approve") && (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {t("actions.edit")}
          </Button>
        )
      }
    >
      {terms.stopped_reason && (
        <Alert variant="warning" className="mb-3">
          {t("shops.stopped", { reason: terms.stopped_reason })}
        </Alert>
      )}
      <Facts
        facts={[
          [
            t("shops.schedule"),
            terms.schedule ? named("shops.schedule_names", terms.schedule) : t("shops.schedule_of_platform"),
          ],
          [t("shops.risk"), named("shops.risk_names", terms.risk_level)],
          [t("shops.cash"), t(terms.is_cash_stopped ? "shops.cash_stopped" : "shops.cash_open")],
        ]}
      />
      {is_open && <TermsDrawer terms={terms} onClose={() => setOpen(false)} />}
    </Section>
  )
}
