/** Months as the server's statements name them: `2026-11`, by UTC. */
export const lastMonths = (count: number, now: Date): string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
  )

/** From its first moment to before the first of the next; undefined for what is no month. */
export function spanOf(month: string | undefined): { $gte: string; $lt: string } | undefined {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month ?? "") ?? []
  if (!year || !number) {
    return undefined
  }
  const startOf = (index: number) => new Date(Date.UTC(Number(year), index, 1)).toISOString()

  return { $gte: startOf(Number(number) - 1), $lt: startOf(Number(number)) }
}

export const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`)
  )
