import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify/sync"

type Table<Row> = {
  name: string
  columns: readonly (keyof Row & string)[]
  /** In pieces, so that a long table is never in memory as a whole. */
  rows: AsyncIterable<Row[]>
}

/**
 * Sends a table as a file. What looks like a formula is written so that no spreadsheet runs it. Whatever is wrong before the
 * first piece is answered as ever; an error after it ends the connection, for a table that stops early must not look whole.
 */
export async function sendCsv<Row extends object>(
  req: MedusaRequest,
  { name, columns, rows }: Table<Row>
): Promise<void> {
  const res = req.res as MedusaResponse
  const pieces = rows[Symbol.asyncIterator]()
  const first = await pieces.next()
  res.status(200)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="${name}"`)
  try {
    await pipeline(Readable.from(textOf(columns, first, pieces)), res)
  } catch (error) {
    // Whoever went away before the end is none of our errors.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") {
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`${name} ended early`, error as Error)
    }
  }
}

async function* textOf<Row extends object>(
  columns: readonly string[],
  first: IteratorResult<Row[]>,
  pieces: AsyncIterator<Row[]>
) {
  yield stringify([columns])
  for (let piece = first; !piece.done; piece = await pieces.next()) {
    yield stringify(piece.value, {
      columns: [...columns],
      cast: { date: (value) => value.toISOString(), string: asText },
    })
  }
}

/** What a spreadsheet would run as a formula is marked as text; an amount below zero is a number and stays one. */
export const asText = (value: string): string =>
  /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) && !/^-\d+(\.\d+)?$/.test(value) ? `'${value}` : value
