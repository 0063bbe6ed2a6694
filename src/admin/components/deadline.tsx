import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../lib/text"

const SOON_MS = 24 * 3_600_000

type Props = {
  due_at: string
  /** What has to be done by then. */
  children: ReactNode
  hint?: string
}

/** A clock that runs against the reader: what, until when, how long that is. Colour only repeats what the words say. */
export function Deadline({ due_at, children, hint }: Props) {
  const { format } = useText()
  const left = new Date(due_at).getTime() - Date.now()

  return (
    <Alert variant={left < 0 ? "error" : left < SOON_MS ? "warning" : "info"}>
      <span className="txt-compact-medium-plus block">
        {children} <time dateTime={due_at}>({format.ago(due_at)})</time>
      </span>
      {hint && <span className="block">{hint}</span>}
    </Alert>
  )
}

/** The same in a row of a list. */
export function Due({ due_at }: { due_at: string }) {
  const { format } = useText()
  const isSoon = new Date(due_at).getTime() - Date.now() < SOON_MS

  return (
    <time dateTime={due_at} className={isSoon ? "text-ui-fg-error" : undefined}>
      {format.moment(due_at)} ({format.ago(due_at)})
    </time>
  )
}
