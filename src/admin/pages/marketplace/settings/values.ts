import { digitsOfCurrency } from "../../../../lib/currency-digits"
import type { Row } from "../../../components/rows-field"
import type { Answer, Body } from "../../../lib/api/client"
import type { Kind, Spec } from "./specs"

export type Settings = Answer<"GET /admin/settings">["settings"]
export type Change = NonNullable<Body<"POST /admin/settings">>

/** What a field of a form holds. */
export type Written = string | boolean | string[] | Row[]

/** A field's name in a form: a dot would make the form nest it. */
export const nameOf = ({ path }: Spec): string => path.replaceAll(".", "__")

/** The field in which the server found something: the closest one that its path begins with, as an amount stands in its rows. */
export function fieldAt(path: readonly string[], specs: readonly Spec[]): string {
  const isIn = ({ path: own }: Spec) => own.split(".").every((part, index) => part === path[index])
  const [closest] = specs.filter(isIn).toSorted((a, b) => b.path.length - a.path.length)

  return closest ? nameOf(closest) : path.join(".")
}

export const writtenOf = (settings: Settings, specs: readonly Spec[]): Record<string, Written> =>
  Object.fromEntries(
    specs.map((spec) => [nameOf(spec), WRITE[spec.kind](valueAt(settings, spec.path) as never)])
  )

type Tree = { [name: string]: unknown }

const valueAt = (tree: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (value as Tree)[name], tree)

const WRITE: Record<Kind, (value: never) => Written> = {
  amounts: (value: Amounts) => amountRows(value),
  choice: (value: string) => value,
  choices: (value: string[]) => value,
  list: (value: string[]) => value.join(", "),
  optional_whole: (value: number | null) => (value === null ? "" : String(value)),
  percent: (value: number) => String(value / 100),
  rail_amounts: (value: Record<string, Amounts>) =>
    Object.entries(value).flatMap(([rail, amounts]) => amountRows(amounts).map((row) => ({ rail, ...row }))),
  routes: (value: Record<string, string>) =>
    Object.entries(value).map(([route, permission]) => {
      const [method = "", path = ""] = route.split(" ")

      return { method, path, permission }
    }),
  switch: (value: boolean) => value,
  text: (value: string) => value,
  whole: (value: number) => String(value),
}

const READ: Record<Kind, (written: never) => unknown> = {
  amounts: (rows: Row[]) => amountsOf(rows),
  choice: (written: string) => written,
  choices: (written: string[]) => written,
  list: (written: string) =>
    written
      .split(",")
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  optional_whole: (written: string) => (written.trim() ? Number(written) : null),
  percent: (written: string) => Math.round(Number(written) * 100),
  rail_amounts: (rows: Row[]) =>
    Object.fromEntries(
      railsIn(rows).map((rail) => [rail, amountsOf(rows.filter((row) => railOf(row) === rail))])
    ),
  routes: (rows: Row[]) => Object.fromEntries(rows.map((row) => [routeOf(row), row.permission])),
  switch: (written: boolean) => written,
  text: (written: string) => written.trim(),
  whole: (written: string) => Number(written),
}

/** What stands otherwise in the form than it did: what nobody has touched may have been changed by a colleague meanwhile. */
export const touchedSpecs = (
  specs: readonly Spec[],
  before: Readonly<Record<string, unknown>>,
  written: Record<string, Written>
): Spec[] =>
  specs.filter((spec) => JSON.stringify(before[nameOf(spec)]) !== JSON.stringify(written[nameOf(spec)]))

/** The settings of the form as the route takes them: of a setting with parts, all of its parts. */
export function changeOf(
  settings: Settings,
  specs: readonly Spec[],
  written: Record<string, Written>
): Change {
  const names = new Set(specs.map(({ path }) => path.split(".")[0] ?? ""))
  const change: Tree = structuredClone(
    Object.fromEntries([...names].map((name) => [name, valueAt(settings, name)]))
  )
  for (const spec of specs) {
    const steps = spec.path.split(".")
    const last = steps.pop() ?? ""
    const parent = steps.reduce<Tree>((tree, step) => tree[step] as Tree, change)
    parent[last] = READ[spec.kind](written[nameOf(spec)] as never)
  }

  return change
}

/** By currency, in minor units. */
type Amounts = Record<string, number>

const amountRows = (amounts: Amounts): Row[] =>
  Object.entries(amounts).map(([currency, minor]) => ({
    currency_code: currency.toUpperCase(),
    amount: majorOf(minor, currency),
  }))

const currencyOf = ({ currency_code = "" }: Row): string => currency_code.trim().toLowerCase()
const amountOf = ({ amount = "" }: Row): string => amount.trim()
const railOf = ({ rail = "" }: Row): string => rail.trim()
const routeOf = ({ method = "", path = "" }: Row): string => `${method} ${path.trim()}`

const amountsOf = (rows: Row[]): Amounts =>
  Object.fromEntries(rows.map((row) => [currencyOf(row), minorOf(amountOf(row), currencyOf(row))]))

const railsIn = (rows: Row[]): string[] => [...new Set(rows.map(railOf))]

const isAmount = (row: Row): boolean =>
  /^[a-z]{3}$/.test(currencyOf(row)) &&
  /^\d{1,12}(\.\d{1,3})?$/.test(amountOf(row)) &&
  decimalsOf(amountOf(row)) <= digitsOfCurrency(currencyOf(row))

/** The second of two rows about the same would be the one that holds, unseen. */
const areAllDifferent = (names: string[]): boolean => new Set(names).size === names.length

const CHECKS: Partial<Record<Kind, (written: never) => boolean>> = {
  amounts: (rows: Row[]) => rows.every(isAmount) && areAllDifferent(rows.map(currencyOf)),
  optional_whole: (written: string) => /^\d{0,9}$/.test(written.trim()),
  percent: (written: string) => /^\d{1,3}(\.\d{1,2})?$/.test(written.trim()) && Number(written) <= 100,
  rail_amounts: (rows: Row[]) =>
    rows.every((row) => railOf(row) && isAmount(row)) &&
    areAllDifferent(rows.map((row) => `${railOf(row)} ${currencyOf(row)}`)),
  routes: (rows: Row[]) =>
    rows.every(({ path = "" }) => /^\/\S+$/.test(path.trim())) && areAllDifferent(rows.map(routeOf)),
  whole: (written: string) => /^\d{1,9}$/.test(written.trim()),
}

export const isReadable = ({ kind }: Spec, written: Written | undefined): boolean =>
  written === undefined || (CHECKS[kind]?.(written as never) ?? true)

const decimalsOf = (amount: string): number => amount.split(".")[1]?.length ?? 0

/** By its digits, not by a division: the amounts are exact. */
function majorOf(minor: number, currency: string): string {
  const digits = digitsOfCurrency(currency)
  const text = String(minor).padStart(digits + 1, "0")

  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text
}

const minorOf = (amount: string, currency: string): number => {
  const [whole = "", part = ""] = amount.split(".")

  return Number(whole + part.padEnd(digitsOfCurrency(currency), "0"))
}
