import { clx } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { Link } from "react-router-dom"

/** A link in running text or at the head of a section: underlined, because the blue of links is too pale to be read by all. */
export const TextLink = ({
  to,
  className,
  children,
}: PropsWithChildren<{ to: string; className?: string }>) => (
  <Link
    to={to}
    className={clx(
      "rounded text-ui-fg-base underline underline-offset-2 outline-none hover:text-ui-fg-subtle focus-visible:shadow-borders-focus",
      className
    )}
  >
    {children}
  </Link>
)
