import { XMark } from "@medusajs/icons"
import { Drawer, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../lib/text"

/** The head of a drawer. Medusa's own has a close button without a name, which screen readers call "button". */
export function DrawerHead({ title, hint }: { title: string; hint?: ReactNode }) {
  const { t } = useText()

  return (
    <div className="flex items-start justify-between gap-x-4 border-b border-ui-border-base px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Drawer.Title>{title}</Drawer.Title>
        <Drawer.Description className="txt-small text-ui-fg-subtle">{hint}</Drawer.Description>
      </div>
      <Drawer.Close asChild>
        <IconButton
          size="small"
          type="button"
          variant="transparent"
          className="shrink-0"
          aria-label={t("actions.close")}
        >
          <XMark aria-hidden="true" />
        </IconButton>
      </Drawer.Close>
    </div>
  )
}
