import Table from "cli-table3"
import type { Figure, Measured } from "./figures"

const style = { head: [], border: [] }

export function printFigures(figures: Figure[]): string {
  const table = new Table({
    head: ["Figure", "Measured", "Beside", "Value", "Ceiling", ""],
    colAligns: ["left", "right", "right", "right", "right", "left"],
    style,
  })
  for (const figure of figures) {
    const sign = figure.ceiling === undefined ? "" : "at most "
    table.push([
      figure.title,
      describe(figure.measured),
      figure.beside ? describe(figure.beside) : "",
      shown(figure.value, figure),
      figure.ceiling === undefined ? "" : sign + shown(figure.ceiling, figure),
      figure.is_over ? "over its ceiling" : "",
    ])
  }

  return table.toString()
}

function describe({ name, times, statements }: Measured): string {
  const parts = [
    ...(times
      ? [`p50 ${ms(times.p50)}, p95 ${ms(times.p95)}${times.cpu ? `, CPU ${ms(times.cpu)}` : ""}`]
      : []),
    ...(statements === undefined ? [] : [`${statements} statements`]),
  ]

  return `${name}\n${parts.join("\n")}`
}

const ms = (value: number) => `${value.toFixed(value < 20 ? 2 : 0)} ms`

function shown(value: number, { unit, beside }: Figure): string {
  if (unit === "times") {
    return `× ${value.toFixed(2)}`
  }
  if (unit === "milliseconds") {
    return ms(value)
  }
  if (unit === "more_milliseconds") {
    return `+${value.toFixed(2)} ms`
  }

  return beside && value > 0 ? `+${value}` : String(value)
}
