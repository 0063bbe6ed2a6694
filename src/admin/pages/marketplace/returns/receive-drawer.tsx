import { z } from "zod"
import { SwitchField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Return } from "./return"

const Values = z.object({ restock: z.boolean() })

/** The goods are back, though the shop has not said so. Nothing goes into stock by itself: staff have not seen them. */
export function ReceiveDrawer({ found, onClose }: { found: Return; onClose: () => void }) {
  const { t } = useText()
  const receive = useAction("POST /admin/vendor-returns/:id/receive", CHANGES)

  return (
    <SaveDrawer
      title={t("return_cases.receive")}
      hint={t("return_cases.receive_hint")}
      verb={t("return_cases.receive")}
      values={Values}
      first={{ restock: false }}
      save={(body) => receive.mutateAsync({ params: { id: found.id }, body })}
      onClose={onClose}
    >
      <SwitchField name="restock" label={t("returns.restock")} hint={t("return_cases.restock_hint")} />
    </SaveDrawer>
  )
}
