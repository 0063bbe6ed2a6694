import { Alert, Button, Copy, Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../lib/text"
import { DrawerHead } from "./drawer-head"

type Props = {
  title: string
  /** That it is shown this once, and what to do with it. */
  warning: string
  /** What is copied and kept. */
  secret: string
  /** Offers it as a file of this name, too. */
  file_name?: string
  onClose: () => void
  children: ReactNode
}

/** A secret that the server tells once. A click beside it, or the key that closes drawers, does not take it away. */
export function ShownOnceDrawer({ title, warning, secret, file_name, onClose, children }: Props) {
  const { t } = useText()

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content
        onInteractOutside={(event) => event.preventDefault()}
        onEscapeKeyDown={(event) => event.preventDefault()}
      >
        <DrawerHead title={title} />
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <Alert variant="warning">{warning}</Alert>
          {children}
          <div className="flex flex-wrap gap-2">
            <Copy content={secret} aria-label={undefined} asChild>
              <Button type="button" size="small" variant="secondary">
                {t("shown_once.copy")}
              </Button>
            </Copy>
            {file_name && (
              <Button size="small" variant="secondary" asChild>
                <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(secret)}`} download={file_name}>
                  {t("shown_once.save")}
                </a>
              </Button>
            )}
          </div>
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" size="small" onClick={onClose}>
            {t("shown_once.kept")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
