import type { Answer } from "../../../lib/api/client"

export type Entry = Answer<"GET /admin/audit">["entries"][number]

/** What a line tells: a change by its name, or that something was asked of the server. */
export type Told =
  | { kind: "change"; name: string }
  | { kind: "request"; about: string; part: string | null; verb: string }

const REQUEST = /^(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) \/[^/]+\/?(.*)$/

const VERBS: Record<string, string> = { DELETE: "remove", GET: "read", HEAD: "read", OPTIONS: "read" }

/** `POST /admin/payouts/:id/approve` is about payouts and asks to approve; `isVerb` knows which ends of addresses are verbs. */
export function toldBy(action: string, isVerb: (name: string) => boolean): Told {
  const [, method = "", path = ""] = REQUEST.exec(action) ?? []
  const [about, ...rest] = path.split("/").filter(Boolean)
  if (!about) {
    return { kind: "change", name: action }
  }
  const parts = rest.filter((part) => !isParameter(part))
  const last = parts.at(-1)
  if (method === "POST" && last && isVerb(last)) {
    return { kind: "request", about, part: parts.length > 1 ? (parts[0] ?? null) : null, verb: last }
  }

  return {
    kind: "request",
    about,
    part: last ?? null,
    verb: VERBS[method] ?? (isParameter(rest.at(-1) ?? "") ? "change" : "create"),
  }
}

/** A place of an address that is filled with a record. */
const isParameter = (part: string) => part.startsWith(":")

export type Difference = { name: string; before: string | null; after: string | null }

type Values = Record<string, unknown> | null

/** What a change has made of what, one line for each part that is another than before. */
export function differencesOf(before: Values, after: Values): Difference[] {
  const [old, now] = [flat(before), flat(after)]

  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((difference) => difference.before !== difference.after)
}

/** Every value by its way through the record, as text. */
function flat(values: Values): Map<string, string> {
  return new Map(Object.entries(values ?? {}).flatMap(([name, value]) => linesOf(name, value)))
}

function linesOf(name: string, value: unknown): [name: string, text: string][] {
  if (value === null || value === undefined || value === "") {
    return []
  }
  if (Array.isArray(value)) {
    return value.length ? [[name, value.map(textOf).join(", ")]] : []
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([inner, item]) => linesOf(`${name}.${inner}`, item))
  }

  return [[name, textOf(value)]]
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.values(value)
        .filter((item) => item !== null && item !== "")
        .map(textOf)
        .join(" ")
    : String(value)

/** Medusa's and Merkato's moments, as they stand in records. */
export const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)
