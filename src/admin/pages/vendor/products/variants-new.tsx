import { Trash } from "@medusajs/icons"
import { Alert, Button, IconButton, Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useFieldArray, useFormContext } from "react-hook-form"
import { CellSwitch, CellText } from "../../../components/cell-fields"
import { type EditColumn, EditTable } from "../../../components/edit-table"
import { AreaField, SwitchField, TextField } from "../../../components/fields"
import { Loaded } from "../../../components/loaded"
import { Section } from "../../../components/page"
import { useAnswer } from "../../../lib/api/hooks"
import { useHasPlace, useMayInShop } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import {
  isTooMany,
  MOST_VARIANTS,
  newRow,
  type Option,
  optionsOf,
  rowsFor,
  type TypedOption,
  type VariantRow,
} from "./variant-rows"

type Values = { has_options: boolean; options: TypedOption[]; variants: VariantRow[] }

/** Price and stock of a new product: one row, or one for each way to choose its options. */
export function VariantsSection() {
  const { t } = useText()
  const { watch, setValue, getValues } = useFormContext<Values>()
  const has_options = watch("has_options")
  const chosen = optionsOf(watch("options"))
  const options = JSON.stringify(chosen)
  useEffect(() => {
    if (has_options) {
      setValue("variants", rowsFor(JSON.parse(options) as Option[], getValues("variants")))
    }
  }, [has_options, options, setValue, getValues])
  const choose = (isOn: boolean): void => {
    setValue("has_options", isOn)
    if (!isOn) {
      setValue("variants", [{ ...newRow(t("products.only_variant")), ...typedOf(getValues("variants")[0]) }])
    }
  }

  return (
    <Section title={t("products.price_and_stock")} className="flex flex-col divide-y">
      <div className="flex flex-col gap-y-4 px-4 py-4 sm:px-6">
        <SwitchField
          name="has_options"
          label={t("products.has_options")}
          hint={t("products.has_options_hint")}
          onSwitch={choose}
        />
        {has_options && <Options />}
        {has_options && isTooMany(chosen) && (
          <Alert variant="warning" role="status">
            {t("products.too_many_variants", { most: MOST_VARIANTS })}
          </Alert>
        )}
      </div>
      <Rows />
    </Section>
  )
}

const typedOf = (row: VariantRow | undefined) =>
  row && { sku: row.sku, prices: row.prices, is_counted: row.is_counted, quantity: row.quantity }

function Options() {
  const { t } = useText()
  const { fields, append, remove } = useFieldArray<Values, "options">({ name: "options" })

  return (
    <div className="flex flex-col gap-y-4">
      {fields.map(({ id }, index) => (
        <fieldset
          key={id}
          className="grid grid-cols-1 gap-3 rounded-md border p-3 sm:grid-cols-[1fr_2fr_auto]"
        >
          <legend className="sr-only">{t("products.option", { number: index + 1 })}</legend>
          <TextField
            name={`options.${index}.title`}
            label={t("products.option_name")}
            hint={t("products.option_name_hint")}
          />
          <AreaField
            name={`options.${index}.values`}
            label={t("products.option_values")}
            hint={t("products.option_values_hint")}
            rows={2}
          />
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            className="self-start justify-self-end"
            disabled={fields.length === 1}
            aria-label={t("products.option_remove", { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <Trash />
          </IconButton>
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={fields.length >= MOST_OPTIONS}
          onClick={() => append({ title: "", values: "" })}
        >
          {t("products.option_add")}
        </Button>
      </div>
    </div>
  )
}

const MOST_OPTIONS = 10

type Row = VariantRow & { id: string; index: number }

function Rows() {
  const texts = useText()
  const { t } = texts
  const may = useMayInShop()
  const has_place = useHasPlace()
  const { watch, setValue } = useFormContext<Values>()
  const currencies = useAnswer("GET /vendor/currencies", {})
  const variants = watch("variants")
  const rows = variants.map((row, index) => ({ ...row, id: row.title, index }))
  const remove = ({ index }: Row): void => setValue("variants", variants.toSpliced(index, 1))
  if (!rows.length) {
    return (
      <Text size="small" className="px-4 py-4 text-ui-fg-subtle sm:px-6">
        {t("products.values_missing")}
      </Text>
    )
  }

  return (
    <Loaded query={currencies} rows={2}>
      {(answer) => (
        <>
          <EditTable
            label={t("products.price_and_stock")}
            head={{ label: t("products.variant"), cell: (row) => row.title }}
            columns={columnsOf(texts, {
              currencies: may("pricing:write") ? answer.currencies : [],
              has_place,
              onRemove: rows.length > 1 ? remove : null,
            })}
            rows={rows}
          />
          {!has_place && (
            <Text size="small" className="px-4 py-3 text-ui-fg-subtle sm:px-6">
              {t("products.pieces_later")}
            </Text>
          )}
        </>
      )}
    </Loaded>
  )
}

type Columns = { currencies: string[]; has_place: boolean; onRemove: ((row: Row) => void) | null }

function columnsOf({ t }: Texts, { currencies, has_place, onRemove }: Columns): EditColumn<Row>[] {
  const said = (label: string, { title }: Row) => `${label}: ${title}`
  const prices = currencies.map((code): EditColumn<Row> => {
    const label = t("products.price_in", { currency: code.toUpperCase() })

    return {
      name: `price-${code}`,
      label,
      cell: (row) => (
        <CellText
          name={`variants.${row.index}.prices.${code}`}
          label={said(label, row)}
          initial=""
          inputMode="decimal"
        />
      ),
    }
  })
  const pieces: EditColumn<Row> = {
    name: "quantity",
    label: t("products.pieces"),
    cell: (row) =>
      row.is_counted ? (
        <CellText
          name={`variants.${row.index}.quantity`}
          label={said(t("products.pieces"), row)}
          inputMode="numeric"
        />
      ) : (
        "–"
      ),
  }
  const removal: EditColumn<Row> = {
    name: "remove",
    label: "",
    cell: (row) => (
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        aria-label={said(t("actions.remove"), row)}
        onClick={() => onRemove?.(row)}
      >
        <Trash />
      </IconButton>
    ),
  }

  return [
    ...prices,
    {
      name: "sku",
      label: t("products.sku"),
      is_wide: true,
      cell: (row) => (
        <CellText name={`variants.${row.index}.sku`} label={said(t("products.sku"), row)} maxLength={64} />
      ),
    },
    {
      name: "counted",
      label: t("products.counted"),
      cell: (row) => (
        <CellSwitch name={`variants.${row.index}.is_counted`} label={said(t("products.counted"), row)} />
      ),
    },
    ...(has_place ? [pieces] : []),
    ...(onRemove ? [removal] : []),
  ]
}
