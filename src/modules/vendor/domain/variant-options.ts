export type OptionValues = { title: string; values: readonly string[] }

export type OptionChoice = Record<string, string>

/**
 * What is wrong with the options of a product's variants, as a sentence; null when every variant chooses one known
 * value of every option and no two choose alike. Medusa itself accepts a variant without any choice.
 */
export function optionProblem(options: OptionValues[], choices: OptionChoice[]): string | null {
  const titles = options.map(({ title }) => title)
  if (new Set(titles).size < titles.length) {
    return "Two options of a product cannot have the same title."
  }
  if (options.some(({ values }) => new Set(values).size < values.length)) {
    return "An option cannot have the same value twice."
  }
  const problem = choices.map((choice) => choiceProblem(options, choice)).find(Boolean)
  if (problem) {
    return problem
  }
  const keys = choices.map((choice) => JSON.stringify(titles.map((title) => choice[title])))

  return new Set(keys).size < keys.length ? "Two variants cannot choose the same options." : null
}

function choiceProblem(options: OptionValues[], choice: OptionChoice): string | null {
  const stranger = Object.keys(choice).find((title) => !options.some((option) => option.title === title))
  if (stranger !== undefined) {
    return `The product has no option "${stranger}".`
  }
  const open = options.find(({ title, values }) => !values.includes(choice[title] ?? ""))

  return open ? `A variant has to choose one of the values of "${open.title}".` : null
}
