import { Button } from "@medusajs/ui"
import { useEffect } from "react"
import type { ListState } from "../lib/list-state"
import { useText } from "../lib/text"

type Props = {
  list: ListState
  listed: { rows: unknown[]; count: number; limit: number; has_more?: boolean }
}

export function Pager({ list, listed }: Props) {
  const { rows, count, limit, has_more } = listed
  useLastPage(list, listed)
  const { t, format } = useText()
  if (count <= limit && list.offset === 0) {
    return null
  }
  const values = {
    from: format.number(rows.length ? list.offset + 1 : 0),
    to: format.number(list.offset + rows.length),
    count: `${format.number(count)}${has_more ? "+" : ""}`,
  }

  return (
    <nav
      aria-label={t("lists.pages")}
      className="txt-compact-small flex items-center justify-between gap-2 px-4 py-3 text-ui-fg-subtle sm:px-6"
    >
      <span aria-live="polite">{t("lists.range", values)}</span>
      <div className="flex gap-2">
        <Button
          size="small"
          variant="transparent"
          disabled={list.offset === 0}
          onClick={() => list.setOffset(Math.max(list.offset - limit, 0))}
        >
          {t("lists.previous")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          disabled={list.offset + limit >= count && !has_more}
          onClick={() => list.setOffset(list.offset + limit)}
        >
          {t("lists.next")}
        </Button>
      </div>
    </nav>
  )
}

/** A page that has become empty, because what stood on it was done, gives way to the last one that is not. */
function useLastPage({ offset, setOffset }: ListState, { rows, count, limit }: Props["listed"]): void {
  const last = !rows.length && count > 0 && offset >= count ? Math.floor((count - 1) / limit) * limit : null
  useEffect(() => {
    if (last !== null) {
      setOffset(last)
    }
  })
}
