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

export type OptionProblem = { index: number; field: keyof TypedOption; is: "missing" | "too_many" }

/** Why options cannot be saved as they are: one has a name or values alone, or there are more ways to choose than variants may be. */
export function optionProblems(typed: TypedOption[]): OptionProblem[] {
  const half = typed.flatMap(({ title, values }, index): OptionProblem[] => {
    const [has_title, has_values] = [Boolean(title.trim()), valuesOf(values).length > 0]

    return has_title === has_values ? [] : [{ index, field: has_title ? "values" : "title", is: "missing" }]
  })

  return isTooMany(optionsOf(typed))
    ? [...half, { index: typed.length - 1, field: "values", is: "too_many" }]
    : half
}

export const isTooMany = (options: Option[]): boolean =>
  options.reduce((count, { values }) => count * values.length, 1) > MOST_VARIANTS

export const newRow = (title: string, options: Record<string, string> = {}): VariantRow => ({
  title,
  options,
  sku: "",
  prices: {},
  is_counted: true,
  quantity: "",
})

/** One row for each way to choose, as many as can be; what was typed for a way that is still there stays. */
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
