import { Combobox, Form } from "@medusajs/dashboard/components"
import { useState } from "react"
import { useFormContext } from "react-hook-form"
import { useText } from "../lib/text"
import { OptionalMark } from "./fields"
import type { UseFound } from "./names"

/** As many as somebody looks through; who seeks another one types. */
const SHOWN = 20

type Props = { name: string; label: string; useFound: UseFound }

/** One record of many, found by its name. The form holds its id, or an empty text for none. */
export function RecordField({ name, label, useFound }: Props) {
  const { t } = useText()
  const { control, watch } = useFormContext()
  const [q, setQ] = useState("")
  const id: string = watch(name) || ""
  const found = useFound({ q: q || undefined, limit: SHOWN }, true)
  const chosen = useFound({ id: [id], limit: 1 }, Boolean(id))
  const options = [...chosen.filter((one) => one.id === id), ...found.filter((one) => one.id !== id)]

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <Form.Label icon={<OptionalMark />}>{label}</Form.Label>
          <Form.Control>
            <Combobox
              {...field}
              value={value || undefined}
              onChange={(picked?: string) => onChange(picked ?? "")}
              searchValue={q}
              onSearchValueChange={setQ}
              options={options.map((one) => ({ value: one.id, label: one.label }))}
              placeholder={t("lists.search")}
            />
          </Form.Control>
          {/* Medusa's own button for it has no name. */}
          {value && (
            <button
              type="button"
              onClick={() => onChange("")}
              className="txt-small self-start rounded text-ui-fg-subtle underline outline-none focus-visible:shadow-borders-focus"
            >
              {t("actions.remove")}
              <span className="sr-only">: {label}</span>
            </button>
          )}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
