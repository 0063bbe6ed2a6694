import { XMarkMini } from "@medusajs/icons"
import { Checkbox, Input, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useController } from "react-hook-form"
import { useTyped } from "../lib/list-state"
import { useText } from "../lib/text"

export type Picked = { id: string; label: string }

type Props = {
  name: string
  label: string
  hint?: string
  /** What is searched for; who uses the field asks the server. */
  q: string
  onSearch: (q: string) => void
  found: Picked[]
  /** How something chosen is shown, where its label is not known from the start. */
  nameOf?: (item: Picked) => ReactNode
}

/** Some of many: what is chosen stands first and can be taken out, under it what the search finds. */
export function PickField({ name, label, hint, q, onSearch, found, nameOf }: Props) {
  const { t } = useText()
  const id = useId()
  const { field, fieldState } = useController({ name })
  const [typed, setTyped] = useTyped(q, onSearch)
  const chosen: Picked[] = field.value ?? []
  const isChosen = (item: Picked) => chosen.some((other) => other.id === item.id)
  const toggle = (item: Picked): void =>
    field.onChange(isChosen(item) ? chosen.filter((other) => other.id !== item.id) : [...chosen, item])

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
      <Chosen items={chosen} onRemove={toggle} nameOf={nameOf} />
      <Input
        role="searchbox"
        enterKeyHint="search"
        size="small"
        aria-label={`${label}: ${t("lists.search")}`}
        placeholder={t("lists.search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <ul className="max-h-48 divide-y overflow-y-auto rounded-md border">
        {found.map((item) => (
          <li key={item.id} className="flex items-center gap-x-2 px-3 py-2">
            <Checkbox id={`${id}-${item.id}`} checked={isChosen(item)} onCheckedChange={() => toggle(item)} />
            <label htmlFor={`${id}-${item.id}`} className="txt-compact-small min-w-0 flex-1 break-words">
              {item.label}
            </label>
          </li>
        ))}
        {!found.length && (
          <li className="txt-small px-3 py-2 text-ui-fg-subtle">{t("states.nothing_found")}</li>
        )}
      </ul>
      {fieldState.error && (
        <span role="alert" className="txt-small text-ui-fg-error">
          {fieldState.error.message}
        </span>
      )}
    </fieldset>
  )
}

type ChosenProps = Pick<Props, "nameOf"> & { items: Picked[]; onRemove: (item: Picked) => void }

function Chosen({ items, onRemove, nameOf }: ChosenProps) {
  const { t } = useText()

  return items.length ? (
    <ul className="flex flex-wrap gap-1">
      {items.map((item) => (
        <li key={item.id} className="min-w-0">
          <button
            type="button"
            onClick={() => onRemove(item)}
            className="txt-compact-small flex max-w-full items-center gap-x-1 rounded-md border bg-ui-bg-field px-2 py-1 text-left outline-none hover:bg-ui-bg-field-hover focus-visible:shadow-borders-focus"
          >
            <span className="sr-only">{t("actions.remove")}:</span>
            <span className="min-w-0 break-words">{nameOf?.(item) ?? item.label}</span>
            <XMarkMini aria-hidden="true" className="shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  ) : null
}
