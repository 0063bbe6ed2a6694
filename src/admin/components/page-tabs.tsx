import { clx } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { NavLink, useLocation } from "react-router-dom"

type Props = { label: string; tabs: { to: string; text: string }[] }

/** The ways between pages of one matter. On a phone they scroll sideways in their own line. */
export function PageTabs({ label, tabs }: Props) {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab to be seen
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" })
  }, [pathname])

  return (
    <nav ref={nav} aria-label={label} className="-mx-1 overflow-x-auto px-1 py-1">
      <ul className="flex gap-x-1">
        {tabs.map(({ to, text }) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              className={({ isActive }) =>
                clx(
                  "txt-compact-small-plus block whitespace-nowrap rounded-full px-3 py-1.5 outline-none focus-visible:shadow-borders-focus",
                  isActive
                    ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
                    : "text-ui-fg-subtle hover:text-ui-fg-base"
                )
              }
            >
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
