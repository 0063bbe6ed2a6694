import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, type Shop } from "./shop"

const VERBS = ["close", "suspend", "reinstate", "reject", "approve"] as const

type Verb = (typeof VERBS)[number]

const FROM: Record<Verb, Shop["status"][]> = {
  approve: ["pending", "rejected"],
  reject: ["pending"],
  suspend: ["approved"],
  reinstate: ["suspended"],
  close: ["pending", "approved", "suspended", "rejected"],
}

/** What staff may decide on the shop as it stands. What was shown is what is decided on: its version goes back with it. */
export function ShopActions({ shop }: { shop: Shop }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [open, setOpen] = useState<Verb | null>(null)
  const run = useDecisions(shop)
  const isAllowed = (verb: Verb) =>
    may(verb === "approve" || verb === "reject" ? "vendors:review" : "vendors:write") &&
    FROM[verb].includes(shop.status)

  return (
    <>
      {VERBS.filter(isAllowed).map((verb) => (
        <Button
          key={verb}
          size="small"
          variant={verb === "approve" || verb === "reinstate" ? "primary" : "secondary"}
          onClick={() => setOpen(verb)}
        >
          {t(`shops.${verb}`)}
        </Button>
      ))}
      {open && (
        <ReasonDrawer
          title={t(`shops.${open}_title`, { shop: shop.name })}
          hint={t(`shops.${open}_hint`)}
          verb={t(`shops.${open}`)}
          is_dangerous={open === "close" || open === "suspend" || open === "reject"}
          is_optional={open === "approve" || open === "reinstate"}
          run={(reason) => run[open](reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function useDecisions(shop: Shop): Record<Verb, (reason: string) => Promise<unknown>> {
  const approve = useAction("POST /admin/vendors/:id/approve", CHANGES)
  const reject = useAction("POST /admin/vendors/:id/reject", CHANGES)
  const suspend = useAction("POST /admin/vendors/:id/suspend", CHANGES)
  const reinstate = useAction("POST /admin/vendors/:id/reinstate", CHANGES)
  const close = useAction("POST /admin/vendors/:id/close", CHANGES)
  const params = { id: shop.id }
  const version = shop.version ?? ""

  return {
    approve: (reason) => approve.mutateAsync({ params, body: { reason: reason || undefined, version } }),
    reject: (reason) => reject.mutateAsync({ params, body: { reason, version } }),
    suspend: (reason) => suspend.mutateAsync({ params, body: { reason } }),
    reinstate: (reason) => reinstate.mutateAsync({ params, body: { reason: reason || undefined } }),
    close: (reason) => close.mutateAsync({ params, body: { reason } }),
  }
}
