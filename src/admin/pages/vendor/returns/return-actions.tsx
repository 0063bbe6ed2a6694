import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { ApproveDrawer } from "./approve-drawer"
import { ReceiveDrawer } from "./receive-drawer"
import { RejectDrawer } from "./reject-drawer"
import type { Return } from "./return"

type Act = "reject" | "approve" | "receive"

const DRAWERS = { approve: ApproveDrawer, reject: RejectDrawer, receive: ReceiveDrawer }

/** What the shop can do with it as it stands. */
const ACTS: Partial<Record<string, Act[]>> = {
  requested: ["reject", "approve"],
  approved: ["receive"],
  in_transit: ["receive"],
}

export function ReturnActions({ found }: { found: Return }) {
  const { t } = useText()
  const may = useMayInShop()
  const [open, setOpen] = useState<Act | null>(null)
  const Drawer = open && DRAWERS[open]
  const acts = may("returns:write") ? (ACTS[found.state ?? ""] ?? []) : []

  return (
    <>
      {acts.map((act) => (
        <Button
          key={act}
          size="small"
          variant={act === "reject" ? "secondary" : "primary"}
          onClick={() => setOpen(act)}
        >
          {t(`returns.${act}`)}
        </Button>
      ))}
      {Drawer && <Drawer id={found.id} onClose={() => setOpen(null)} />}
    </>
  )
}
