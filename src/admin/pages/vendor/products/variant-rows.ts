import type { TypedPrices } from "./product"

/** An option as it is typed: its values in one text. */
export type TypedOption = { title: string; values: string }

/** A variant of a product that is being made. */
export type VariantRow = {
  title: string
  options: Record<string, string>
  sku: string
  prices: TypedPrices
  is_counted: boolean
  quantity: string
}

export const MOST_VARIANTS = 100

/** `S, M, L` or one a line. */
export const valuesOf = (text: string, separator = /[,;\n]/): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((value) => value.trim())
      .filter(Boolean)
  ),
]

export type Option = { title: string; values: string[] }

/** Options that have a name and values: the others are still being typed. */
export const optionsOf = (typed: TypedOption[]): Option[] =>
  typed
    .map(({ title, values }) => ({ title: title.trim(), values: valuesOf(values) }))
    .filter(({ title, values }) => title && values.length)

export const newRow = (title: string, options: Record<string, string> = {}): VariantRow => ({
  title,
  options,
  sku: "",
  prices: {},
  is_counted: true,
  quantity: "",
})

/** One row for each way to choose; what was typed for a way that is still there stays. */
export function rowsFor(options: Option[], before: VariantRow[]): VariantRow[] {
  const choices = options.reduce<Record<string, string>[]>(
    (found, { title, values }) =>
      found
        .flatMap((choice) => values.map((value) => ({ ...choice, [title]: value })))
        .slice(0, MOST_VARIANTS),
    [{}]
  )

  return choices
    .map((options) => ({ options, title: Object.values(options).join(" / ") }))
    .filter(({ title }) => title)
    .map((choice) => {
      const same = before.find(({ title }) => title === choice.title)

      return same ? { ...same, options: choice.options } : newRow(choice.title, choice.options)
    })
}
