import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../../lib/errors"
import { type Surface, surfaceOf } from "./surface-of"

/** The dashboard asks for dozens of records by their ids in one address. */
const MAX_ADDRESS: Partial<Record<Surface, number>> = { admin: 8192, app: 8192 }
const MAX_PARAMETERS = 100
const MAX_PARAMETERS_OF_STAFF = 300
/** What core's own dashboard asks for at most, and what a storefront may. Shops' lists have narrower rules of their own. */
const MAX_PAGE: Partial<Record<Surface, number>> = { admin: 10_000, store: 1000 }
const MAX_OFFSET = 10_000_000
const MAX_DEPTH = 20
const MAX_LIST = 1000
const MAX_LIST_OF_STAFF = 10_000

const PROTOTYPE_NAMES = new Set(["__proto__", "constructor", "prototype"])

const COMPARISONS = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin"]
/** What core's lists declare for shoppers. Those of shops compare, and no more; staff are held by the validators alone. */
const OPERATORS: Partial<Record<Surface, readonly string[]>> = {
  store: [...COMPARISONS, "$and", "$or"],
  vendor: COMPARISONS,
  auth: [],
}

/** The one body of core's store that carries filters. */
const SEARCH = /^\/store\/search\b/i

const malformed = (message: string) => invalidData(ErrorCode.REQUEST_MALFORMED, message)

/**
 * Refuses what no honest client sends, before any route looks at it: addresses and queries without measure, names that reach
 * into prototypes, and operators of filters where they mean nothing. Gateways' webhooks are left as they are.
 */
export function refuseExcess(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const surface = surfaceOf(req.originalUrl)
  if (req.originalUrl.length > (MAX_ADDRESS[surface] ?? 2048)) {
    throw invalidData(ErrorCode.ADDRESS_TOO_LONG, "The address is too long.")
  }
  if (surface !== "hooks") {
    checkQuery(req.originalUrl, surface)
    checkBody(req.body, {
      operators: SEARCH.test(req.originalUrl) ? OPERATORS.store : OPERATORS[surface] && [],
      max_list: surface === "admin" ? MAX_LIST_OF_STAFF : MAX_LIST,
    })
  }
  next()
}

function checkQuery(url: string, surface: Surface): void {
  const query = url.slice(url.indexOf("?") + 1)
  if (!url.includes("?") || !query) {
    return
  }
  const parameters = query.split("&")
  if (parameters.length > (surface === "admin" ? MAX_PARAMETERS_OF_STAFF : MAX_PARAMETERS)) {
    throw malformed("The query has too many parameters.")
  }
  for (const parameter of parameters) {
    const path = decoded(parameter.split("=", 1)[0] ?? "")
    for (const name of path.split(/[[\].]+/)) {
      checkName(name, OPERATORS[surface])
    }
    checkPage(path, parameter, MAX_PAGE[surface])
  }
}

/** Core hands on what `parseInt` makes of it: a negative page is PostgreSQL's to refuse, a huge one reads whole tables. */
function checkPage(name: string, parameter: string, max_limit: number | undefined): void {
  if (!max_limit || (name !== "limit" && name !== "offset")) {
    return
  }
  const value = decoded(parameter.slice(parameter.indexOf("=") + 1))
  if (!/^\d{1,8}$/.test(value) || Number(value) > (name === "limit" ? max_limit : MAX_OFFSET)) {
    throw invalidData(ErrorCode.INVALID_DATA, `The query's ${name} is no whole number, or is too large.`)
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "))
  } catch {
    throw malformed("The query has a percent sign that does not belong there.")
  }
}

function checkName(name: string, operators: readonly string[] | undefined): void {
  if (PROTOTYPE_NAMES.has(name)) {
    throw malformed("The request has a name that is not allowed.")
  }
  if (name.startsWith("$") && operators && !operators.includes(name)) {
    throw malformed("The request has an operator that is not allowed here.")
  }
}

type BodyRules = { operators: readonly string[] | undefined; max_list: number }

/** Without recursion: a body may be nested deeper than a stack. */
function checkBody(body: unknown, { operators, max_list }: BodyRules): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (!value || typeof value !== "object" || Buffer.isBuffer(value)) {
      continue
    }
    if (depth > MAX_DEPTH || (Array.isArray(value) && value.length > max_list)) {
      throw malformed("The body is nested too deeply, or one of its lists is too long.")
    }
    for (const name of Object.keys(value)) {
      checkName(name, operators)
      waiting.push({ value: (value as Record<string, unknown>)[name], depth: depth + 1 })
    }
  }
}
