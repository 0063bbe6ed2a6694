import { z } from "@medusajs/framework/zod"
import type { ApiAnswer } from "./http"
import { ApiError } from "./state"

/** How the API answers: its envelope, its pages and its refusals. */

export function invalid(error: z.ZodError): ApiError {
  const [issue] = error.issues

  return new ApiError(
    400,
    "invalid_params",
    `${issue?.path.join(".") ?? "body"}: ${issue?.message ?? "is invalid"}`
  )
}

export const ok = (message: string, data: unknown, meta?: unknown): ApiAnswer => ({
  status: 200,
  body: { status: true, message, data, ...(meta ? { meta } : {}) },
})

export function timeOf(text: string | null): number | null {
  const time = text ? Date.parse(text) : Number.NaN

  return Number.isNaN(time) ? null : time
}

const USUAL_PAGE = 50

/** A text where the document has one. */
export const perPageOf = (query: URLSearchParams) => query.get("perPage") ?? String(USUAL_PAGE)

const wholeNumber = z.coerce.number().int().positive()

export function page(
  message: string,
  rows: unknown[],
  { query, meta }: { query: URLSearchParams; meta: Record<string, unknown> }
): ApiAnswer {
  const perPage = wholeNumber.parse(query.get("perPage") ?? USUAL_PAGE)
  const number = wholeNumber.parse(query.get("page") ?? 1)
  const skipped = (number - 1) * perPage

  return ok(message, rows.toReversed().slice(skipped, skipped + perPage), {
    total: rows.length,
    skipped,
    perPage,
    page: number,
    pageCount: Math.ceil(rows.length / perPage),
    ...meta,
  })
}
