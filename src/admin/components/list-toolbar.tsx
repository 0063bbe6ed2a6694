import { Input, Select } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { type ListState, useTyped } from "../lib/list-state"
import { useText } from "../lib/text"

export type Choice = { value: string; label: string }

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
        <Choose
          key={name}
          label={label}
          value={list.filters[name] ?? ALL}
          choices={[{ value: ALL, label: t("lists.all", { label }) }, ...choices]}
          onChange={(value) => list.setFilter(name, value === ALL ? null : value)}
        />
      ))}
      {sorting && (
        <Choose
          label={t("lists.sort")}
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

type ChooseProps = { label: string; value: string; choices: Choice[]; onChange: (value: string) => void }

function Choose({ label, value, choices, onChange }: ChooseProps) {
  return (
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label} className="w-auto min-w-32 max-w-full">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {choices.map((choice) => (
          <Select.Item key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

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
