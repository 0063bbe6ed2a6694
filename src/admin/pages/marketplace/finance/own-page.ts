import { useState } from "react"
import { type ListState, PAGE_SIZE } from "../../../lib/list-state"

/** The state of a page's second list. The address belongs to the first. */
export function useOwnPage(): ListState & { limit: number } {
  const [offset, setOffset] = useState(0)
  const [filters, setFilters] = useState<Record<string, string>>({})

  return {
    q: "",
    offset,
    order: undefined,
    filters,
    limit: PAGE_SIZE,
    setQ: () => undefined,
    setOffset,
    setOrder: () => undefined,
    setFilter: (name, value) => {
      setOffset(0)
      setFilters(({ [name]: _, ...rest }) => (value ? { ...rest, [name]: value } : rest))
    },
  }
}
