import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { Permission } from "../../../../lib/permissions"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { ReceiveDrawer } from "./receive-drawer"
import { CHANGES, type Return } from "./return"
import { RuleDrawer } from "./rule-drawer"

type Act = "reject" | "approve" | "receive" | "rule"

const DRAWERS = { reject: RejectDrawer, approve: ApproveDrawer, receive: ReceiveDrawer, rule: RuleDrawer }

/** What staff can do in place of the shop, and what they alone can. */
const ACTS: Partial<Record<Return["state"], Act[]>> = {
  requested: ["reject", "approve"],
  approved: ["receive"],
  in_transit: ["receive"],
  received: ["rule"],
  disputed: ["rule"],
}

/** Money goes back with the last two. */
const PERMISSIONS: Record<Act, Permission> = {
  reject: "returns:write",
  approve: "returns:write",
  receive: "refunds:create",
  rule: "refunds:create",
}

type DrawerProps = { found: Return; onClose: () => void }

export function ReturnActions({ found }: { found: Return }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [open, setOpen] = useState<Act | null>(null)
  const Drawer = open && DRAWERS[open]
  const acts = (ACTS[found.state] ?? []).filter((act) => may(PERMISSIONS[act]))

  return (
    <>
      {acts.map((act) => (
        <Button
          key={act}
          size="small"
          variant={act === "reject" ? "secondary" : "primary"}
          onClick={() => setOpen(act)}
        >
          {t(`return_cases.${act === "rule" && found.state === "received" ? "pay_back" : act}`)}
        </Button>
      ))}
      {Drawer && <Drawer found={found} onClose={() => setOpen(null)} />}
    </>
  )
}

function ApproveDrawer({ found, onClose }: DrawerProps) {
  const { t } = useText()
  const approve = useAction("POST /admin/vendor-returns/:id/approve", CHANGES)

  return (
    <ReasonDrawer
      title={t("return_cases.approve")}
      hint={t("return_cases.approve_hint")}
      label={t("returns.approve_note")}
      verb={t("return_cases.approve")}
      is_optional
      most={500}
      run={(note) => approve.mutateAsync({ params: { id: found.id }, body: note ? { note } : {} })}
      onClose={onClose}
    />
  )
}

function RejectDrawer({ found, onClose }: DrawerProps) {
  const { t } = useText()
  const reject = useAction("POST /admin/vendor-returns/:id/reject", CHANGES)

  return (
    <ReasonDrawer
      title={t("returns.reject_title")}
      hint={t("return_cases.reject_hint")}
      verb={t("return_cases.reject")}
      is_dangerous
      most={500}
      run={(reason) => reject.mutateAsync({ params: { id: found.id }, body: { reason } })}
      onClose={onClose}
    />
  )
}
