import { clx } from "@medusajs/ui"
import { NavLink } from "react-router-dom"

type Props = { label: string; tabs: { to: string; text: string }[] }

/** The ways between pages of one matter. On a phone they take as many lines as they need. */
export function PageTabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="py-1">
      <ul className="flex flex-wrap gap-1">
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
