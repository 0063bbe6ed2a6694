import type { ComponentProps } from "react"
import { Link } from "react-router-dom"

/** A link within text or a table: underlined, so that it is not told by its colour alone. A row that leads elsewhere is not followed. */
export const TextLink = (props: ComponentProps<typeof Link>) => (
  <Link
    {...props}
    onClick={(event) => event.stopPropagation()}
    className="break-words rounded text-ui-fg-base underline decoration-ui-border-strong underline-offset-2 outline-none focus-visible:shadow-borders-focus"
  />
)
