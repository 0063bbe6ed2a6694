import type { Answer, Body } from "../../../lib/api/client"
import type { Kind, Spec } from "./specs"

export type Settings = Answer<"GET /admin/settings">["settings"]
export type Change = NonNullable<Body<"POST /admin/settings">>

/** What a field of a form holds. */
export type Written = string | boolean | string[]

/** A field's name in a form: a dot would make the form nest it. */
export const nameOf = ({ path }: Spec): string => path.replaceAll(".", "__")

export const writtenOf = (settings: Settings, specs: readonly Spec[]): Record<string, Written> =>
  Object.fromEntries(
    specs.map((spec) => [nameOf(spec), WRITE[spec.kind](valueAt(settings, spec.path) as never)])
  )

type Tree = { [name: string]: unknown }

const valueAt = (tree: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (value as Tree)[name], tree)

const WRITE: Record<Kind, (value: never) => Written> = {
  amounts: (value: Record<string, number>) =>
    Object.entries(value)
      .map(([currency, minor]) => `${currency.toUpperCase()} ${majorOf(minor, currency)}`)
      .join("\n"),
  choice: (value: string) => value,
  choices: (value: string[]) => value,
  list: (value: string[]) => value.join(", "),
  optional_whole: (value: number | null) => (value === null ? "" : String(value)),
  percent: (value: number) => String(value / 100),
  switch: (value: boolean) => value,
  text: (value: string) => value,
  whole: (value: number) => String(value),
}

const READ: Record<Kind, (written: never) => unknown> = {
  amounts: (written: string) =>
    Object.fromEntries(linesOf(written).map(([currency, amount]) => [currency, minorOf(amount, currency)])),
  choice: (written: string) => written,
  choices: (written: string[]) => written,
  list: (written: string) =>
    written
      .split(",")
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  optional_whole: (written: string) => (written.trim() ? Number(written) : null),
  percent: (written: string) => Math.round(Number(written) * 100),
  switch: (written: boolean) => written,
  text: (written: string) => written.trim(),
  whole: (written: string) => Number(written),
}

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

const AMOUNT = /^([a-z]{3})\s+(\d{1,12}(?:\.\d{1,3})?)$/i

const linesOf = (written: string): [currency: string, amount: string][] =>
  written
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, currency = "", amount = ""] = AMOUNT.exec(line) ?? []

      return [currency.toLowerCase(), amount]
    })

const CHECKS: Partial<Record<Kind, (written: string) => boolean>> = {
  amounts: (written) =>
    linesOf(written).every(([currency, amount]) => currency && decimalsOf(amount) <= digitsOf(currency)),
  optional_whole: (written) => /^\d{0,9}$/.test(written.trim()),
  percent: (written) => /^\d{1,3}(\.\d{1,2})?$/.test(written.trim()) && Number(written) <= 100,
  whole: (written) => /^\d{1,9}$/.test(written.trim()),
}

export const isReadable = ({ kind }: Spec, written: Written | undefined): boolean =>
  typeof written !== "string" || (CHECKS[kind]?.(written) ?? true)

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2

const decimalsOf = (amount: string): number => amount.split(".")[1]?.length ?? 0

/** By its digits, not by a division: the amounts are exact. */
function majorOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(minor).padStart(digits + 1, "0")

  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text
}

const minorOf = (amount: string, currency: string): number => {
  const [whole = "", part = ""] = amount.split(".")

  return Number(whole + part.padEnd(digitsOf(currency), "0"))
}
