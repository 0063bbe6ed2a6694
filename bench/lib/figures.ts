import type { Times } from "./measure"

export type Measured = { name: string; times?: Times; statements?: number }

/** One line of the table: two things side by side and what is asked of the difference. */
export type Figure = {
  id: string
  title: string
  measured: Measured
  beside?: Measured
  value: number
  unit: "times" | "statements" | "milliseconds" | "more_milliseconds"
  /** Absent where a figure only informs. */
  ceiling?: number
  is_over: boolean
}

type Compared = { id: string; title: string; measured: Measured; beside: Measured; ceiling?: number }

export function ratioOfTimes({ ceiling, ...compared }: Compared): Figure {
  const value = (compared.measured.times?.p50 ?? Number.NaN) / (compared.beside.times?.p50 ?? Number.NaN)

  return { ...compared, value, unit: "times", ceiling, is_over: isOver(value, ceiling) }
}

/** What it takes by itself, beside something for comparison. */
export function millisecondsOf(input: Omit<Compared, "beside"> & { beside?: Measured }): Figure {
  const value = input.measured.times?.p50 ?? Number.NaN

  return { ...input, value, unit: "milliseconds", is_over: isOver(value, input.ceiling) }
}

/** The time that one in twenty takes longer than. */
export function slowestOf(input: Omit<Compared, "beside"> & { beside?: Measured }): Figure {
  const value = input.measured.times?.p95 ?? Number.NaN

  return { ...input, value, unit: "milliseconds", is_over: isOver(value, input.ceiling) }
}

export function moreMilliseconds({ ceiling, ...compared }: Compared): Figure {
  const value = (compared.measured.times?.p50 ?? Number.NaN) - (compared.beside.times?.p50 ?? Number.NaN)

  return { ...compared, value, unit: "more_milliseconds", ceiling, is_over: isOver(value, ceiling) }
}

export function moreStatements({ ceiling, ...compared }: Compared): Figure {
  const value = (compared.measured.statements ?? 0) - (compared.beside.statements ?? 0)

  return { ...compared, value, unit: "statements", ceiling, is_over: isOver(Math.abs(value), ceiling) }
}

export function statementsOf(input: Omit<Compared, "beside">): Figure {
  const value = input.measured.statements ?? 0

  return { ...input, value, unit: "statements", is_over: isOver(value, input.ceiling) }
}

function isOver(value: number, ceiling: number | undefined): boolean {
  return ceiling !== undefined && !(value <= ceiling)
}
