/** In which currencies a bank account may be: those that the store sells in, and the one of the account that is there. */
export const bankCurrencies = (sold: string[], current?: string): string[] =>
  [...new Set([...sold, ...(current ? [current] : [])])].sort()

/** The one to begin with; none where there is a choice, since earnings go to an account of their currency alone. */
export const firstCurrency = (currencies: string[], current?: string): string =>
  current ?? (currencies.length === 1 ? currencies[0] : undefined) ?? ""
