import { useCallback, useEffect, useRef, useState } from "react"
import { useLocation, useSearchParams } from "react-router-dom"
import { keepPlace } from "./list-place"

export const PAGE_SIZE = 20

export type ListState = {
  q: string
  offset: number
  order: string | undefined
  /** The chosen value of each filter. */
  filters: Record<string, string>
  setQ: (q: string) => void
  setOffset: (offset: number) => void
  setOrder: (order: string) => void
  setFilter: (name: string, value: string | null) => void
}

/** What of a list is shown. It stands in the address, so that going back, reloading and sharing a link show the same. */
export function useListState(): ListState {
  const [search, setSearch] = useSearchParams()
  const { pathname, search: shown } = useLocation()
  useEffect(() => keepPlace(pathname, shown), [pathname, shown])
  const change = useCallback(
    (name: string, value: string | null) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          if (value) {
            after.set(name, value)
          } else {
            after.delete(name)
          }
          // Another selection begins at its first page.
          if (name !== "offset") {
            after.delete("offset")
          }

          return after
        },
        { replace: true }
      ),
    [setSearch]
  )
  const { q, offset, order, ...filters } = Object.fromEntries(search)

  return {
    q: q ?? "",
    offset: Math.max(Number.parseInt(offset ?? "0", 10) || 0, 0),
    order,
    filters,
    setQ: (value) => change("q", value),
    setOffset: (value) => change("offset", value ? String(value) : null),
    setOrder: (value) => change("order", value),
    setFilter: change,
  }
}

const TYPING_MS = 300

/** What was typed, and is handed on when the typing pauses. Where the value becomes another by itself, that one stands there. */
export function useTyped(value: string, onPause: (value: string) => void): [string, (value: string) => void] {
  const [typed, setTyped] = useState(value)
  const handed = useRef(value)
  useEffect(() => {
    if (value !== handed.current) {
      handed.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed === value) {
      return
    }
    const timer = setTimeout(() => {
      handed.current = typed
      onPause(typed)
    }, TYPING_MS)

    return () => clearTimeout(timer)
  }, [typed, value, onPause])

  return [typed, setTyped]
}
