import { ChevronRight } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

export type Task = {
  key: string
  text: string
  hint?: ReactNode
  to: string
  /** Something is lost if it waits longer. */
  is_urgent?: boolean
}

/** What waits for somebody; each leads to where it is done. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="divide-y">
      {tasks.map((task) => (
        <TaskRow key={task.key} task={task} />
      ))}
    </ul>
  )
}

function TaskRow({ task: { text, hint, to, is_urgent } }: { task: Task }) {
  return (
    <li>
      <Link
        to={to}
        className="flex items-center justify-between gap-x-3 px-4 py-3 outline-none hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus sm:px-6"
      >
        <span className="min-w-0">
          <span className={clx("txt-compact-small-plus block", is_urgent && "text-ui-fg-error")}>{text}</span>
          {hint && <span className="txt-small block text-ui-fg-subtle">{hint}</span>}
        </span>
        <ChevronRight aria-hidden="true" className="shrink-0 text-ui-fg-muted" />
      </Link>
    </li>
  )
}
