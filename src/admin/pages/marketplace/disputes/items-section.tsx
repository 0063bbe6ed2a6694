import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Section } from "../../../components/page"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"
import { ItemsDrawer } from "./items-drawer"

/** No gateway says which goods a chargeback is about: staff do, so that no other shop's money is held. */
export function ItemsSection({ dispute }: { dispute: Dispute }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [is_open, setOpen] = useState(false)
  const { items, kind, state } = dispute
  const isToBeNamed = kind === "chargeback" && state === "open" && may("disputes:rule")

  return (
    <Section
      title={t("cases.items")}
      actions={
        isToBeNamed && (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {t("cases.name_items")}
          </Button>
        )
      }
    >
      {!items.length && <Text size="small">{t("cases.no_items")}</Text>}
      <ul className="txt-small flex flex-col gap-y-1">
        {items.map(({ line_id, title }) => (
          <li key={line_id}>{title}</li>
        ))}
      </ul>
      {is_open && <ItemsDrawer dispute={dispute} onClose={() => setOpen(false)} />}
    </Section>
  )
}
