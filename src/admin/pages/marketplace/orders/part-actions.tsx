import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { Permission } from "../../../../lib/permissions"
import { ActionButton } from "../../../components/action-button"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CancelDrawer } from "./cancel-drawer"
import { CollectDrawer } from "./collect-drawer"
import { type Act, actsOf, CHANGES, type Part } from "./part"
import { RefundDrawer } from "./refund-drawer"
import { RefuseDrawer } from "./refuse-drawer"

const PERMISSIONS: Record<Act, Permission> = {
  cancel: "orders:cancel",
  refund: "refunds:create",
  refuse: "orders:cancel",
  collect: "ledger:write",
  remit: "ledger:write",
  confirm_delivery: "orders:fulfil",
}

const DRAWERS = { cancel: CancelDrawer, refund: RefundDrawer, refuse: RefuseDrawer, collect: CollectDrawer }

const isDrawer = (act: Act): act is keyof typeof DRAWERS => act in DRAWERS

/** What staff can do with a shop's part of an order, as it stands and as their role allows. */
export function PartActions({ part }: { part: Part }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [open, setOpen] = useState<keyof typeof DRAWERS | null>(null)
  const Drawer = open && DRAWERS[open]
  const acts = actsOf(part).filter((act) => may(PERMISSIONS[act]))

  return (
    <>
      {acts.filter(isDrawer).map((act) => (
        <Button key={act} size="small" variant="secondary" onClick={() => setOpen(act)}>
          {t(`vendor_orders.${act}`)}
        </Button>
      ))}
      {acts.includes("remit") && <RemitButton part={part} />}
      {acts.includes("confirm_delivery") && <ConfirmButton part={part} />}
      {Drawer && <Drawer part={part} onClose={() => setOpen(null)} />}
    </>
  )
}

function ConfirmButton({ part: { id, display_number } }: { part: Part }) {
  const { t } = useText()
  const confirm = useAction("POST /admin/vendor-orders/:id/confirm-delivery", CHANGES)

  return (
    <ActionButton
      run={() => confirm.mutateAsync({ params: { id } })}
      done={t("vendor_orders.delivery_confirmed")}
      confirm={{
        title: t("vendor_orders.confirm_title", { number: `#${display_number}` }),
        hint: t("vendor_orders.confirm_hint"),
      }}
    >
      {t("vendor_orders.confirm_delivery")}
    </ActionButton>
  )
}

function RemitButton({ part: { id, collection, vendor, currency_code } }: { part: Part }) {
  const { t, format } = useText()
  const remit = useAction("POST /admin/vendor-orders/:id/remit", CHANGES)
  const amount = collection?.amount ?? "0"

  return (
    <ActionButton
      run={() => remit.mutateAsync({ params: { id }, body: { amount } })}
      done={t("vendor_orders.remitted")}
      confirm={{
        title: t("vendor_orders.remit"),
        hint: t("vendor_orders.remit_hint", {
          amount: format.money(amount, currency_code),
          shop: vendor.name,
        }),
      }}
    >
      {t("vendor_orders.remit")}
    </ActionButton>
  )
}
