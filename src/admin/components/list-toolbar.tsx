import { Input } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { type ListState, useTyped } from "../lib/list-state"
import { useText } from "../lib/text"
import { type Choice, SelectBox } from "./select-box"

export type Filter = { name: string; label: string; choices: Choice[] }

export type Sorting = { first: string; choices: Choice[] }

type Props = {
  list: ListState
  /** The hint in the search box; no box without it. */
  search?: string
  filters?: Filter[]
  sorting?: Sorting
  actions?: ReactNode
}

export function ListToolbar({ list, search, filters = [], sorting, actions }: Props) {
  const { t } = useText()
  if (!search && !filters.length && !sorting && !actions) {
    return null
  }

  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
      {filters.map(({ name, label, choices }) => (
        <SelectBox
          key={name}
          aria-label={label}
          className={BOX}
          value={list.filters[name] ?? ALL}
          choices={[{ value: ALL, label: t("lists.all", { label }) }, ...choices]}
          onChange={(value) => list.setFilter(name, value === ALL ? null : value)}
        />
      ))}
      {sorting && (
        <SelectBox
          aria-label={t("lists.sort")}
          className={BOX}
          value={list.order ?? sorting.first}
          choices={sorting.choices}
          onChange={list.setOrder}
        />
      )}
      <div className="flex flex-1 flex-wrap items-center justify-end gap-2">
        {search && <SearchBox list={list} hint={search} />}
        {actions}
      </div>
    </div>
  )
}

/** A select cannot hold nothing. */
const ALL = "_all"

const BOX = "w-auto min-w-32 max-w-full"

function SearchBox({ list, hint }: { list: ListState; hint: string }) {
  const id = useId()
  const [typed, setTyped] = useTyped(list.q, list.setQ)

  return (
    <div className="w-full min-w-44 sm:w-56">
      <label htmlFor={id} className="sr-only">
        {hint}
      </label>
      <Input
        id={id}
        role="searchbox"
        enterKeyHint="search"
        size="small"
        placeholder={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
