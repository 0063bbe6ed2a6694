import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import type { Readable } from "node:stream"
import { StringDecoder } from "node:string_decoder"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse/sync"

export type Delimiter = "," | "\t" | ";"

export type CsvRow =
  | { ok: true; line: number; values: Record<string, string | undefined> }
  | { ok: false; line: number; reason: string }

export type CsvFile = {
  header: string[]
  /** Rows in file order, read as they are asked for. */
  rows: AsyncIterable<CsvRow>
  size_bytes: number
  read_bytes: () => number
}

const PEEK_BYTES = 64 * 1024
const LONGEST_LINE = 1024 * 1024
/** A quote that is never closed would otherwise swallow the rest of the file. */
const MOST_LINES_OF_ROW = 200

/** Opens a CSV or TSV file, plain or gzip, without reading it into memory. */
export async function openCsv(path: string, delimiter: "auto" | Delimiter): Promise<CsvFile> {
  const isGzip = path.toLowerCase().endsWith(".gz") || (await startsWithGzipMagic(path))
  const separator = delimiter === "auto" ? detectDelimiter(await firstLine(path, isGzip)) : delimiter
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const lines = readLines(isGzip ? unzip(file) : file)
  const first = await lines.next()
  const header = first.done ? undefined : parseRow(first.value.text, separator)
  if (!header?.ok) {
    throw new Error(`${path} has no header line that can be read.`)
  }
  const names = header.cells.map((name) => name.trim())

  return {
    header: names,
    rows: readRows(lines, names, separator),
    size_bytes: (await stat(path)).size,
    read_bytes: () => file.bytesRead,
  }
}

/** The separator that occurs most often outside quotes in the header line. */
export function detectDelimiter(headerLine: string): Delimiter {
  const bare = headerLine.replaceAll(/"[^"]*"/g, "")
  const counted = ([",", "\t", ";"] as const).map((mark) => ({ mark, count: bare.split(mark).length }))

  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

type Line = { line: number; text: string }

/**
 * A row is a line, or several when a quoted cell holds line breaks. Lines that do not make one whole row
 * together are not: the first of them is reported, and reading goes on at the second.
 */
async function* readRows(
  lines: AsyncIterator<Line>,
  header: string[],
  delimiter: Delimiter
): AsyncGenerator<CsvRow> {
  const waiting: Line[] = []
  for (;;) {
    const taken = await takeRow(waiting, lines)
    const [first, ...others] = taken
    if (!first) {
      return
    }
    const { line } = first
    const whole = parseCells(taken.map(({ text }) => text).join(""), header, delimiter)
    if (whole.ok || others.length === 0) {
      yield whole.ok ? { ok: true, line, values: whole.values } : { ...whole, line }
      continue
    }
    waiting.unshift(...others)
    const alone = parseCells(first.text, header, delimiter)
    yield alone.ok ? { ok: true, line, values: alone.values } : { ...alone, line }
  }
}

/** Takes lines until every quote that was opened is closed. */
async function takeRow(waiting: Line[], lines: AsyncIterator<Line>): Promise<Line[]> {
  const taken: Line[] = []
  let quotes = 0
  while (taken.length < MOST_LINES_OF_ROW) {
    const next = waiting.shift() ?? (await lines.next()).value
    if (!next) {
      break
    }
    if (taken.length === 0 && next.text.trim() === "") {
      continue
    }
    taken.push(next)
    quotes += next.text.split('"').length - 1
    if (quotes % 2 === 0) {
      break
    }
  }

  return taken
}

type Cells = { ok: true; values: Record<string, string | undefined> } | { ok: false; reason: string }

function parseCells(text: string, header: string[], delimiter: Delimiter): Cells {
  const row = parseRow(text, delimiter)
  if (!row.ok) {
    return row
  }
  if (row.cells.length !== header.length) {
    return { ok: false, reason: `has ${row.cells.length} columns, the header ${header.length}` }
  }

  return { ok: true, values: Object.fromEntries(header.map((name, index) => [name, row.cells[index]])) }
}

type Row = { ok: true; cells: string[] } | { ok: false; reason: string }

function parseRow(text: string, delimiter: Delimiter): Row {
  const strict = parseOne(text, { delimiter, relax_quotes: false })
  // Inch marks inside a cell are text; a quote at a cell's beginning has to be closed all the same.
  const cells = strict ?? parseOne(text, { delimiter, relax_quotes: true })
  if (!cells || (!strict && cells.some((cell) => cell.startsWith('"')))) {
    return { ok: false, reason: "has a quote that is not closed, or text after one that is" }
  }

  return { ok: true, cells }
}

function parseOne(
  text: string,
  options: { delimiter: Delimiter; relax_quotes: boolean }
): string[] | undefined {
  try {
    const rows: string[][] = parse(text, { ...options, bom: true, relax_column_count: true })
    return rows.length === 1 ? rows[0] : undefined
  } catch {
    return undefined
  }
}

/** Lines with their end, numbered from 1. */
async function* readLines(input: Readable): AsyncGenerator<Line> {
  const decoder = new StringDecoder("utf8")
  let line = 1
  let rest = ""
  for await (const chunk of input) {
    const parts = `${rest}${decoder.write(chunk)}`.split(/(?<=\n)/)
    rest = parts.at(-1)?.endsWith("\n") ? "" : (parts.pop() ?? "")
    for (const text of parts) {
      yield { line, text }
      line += 1
    }
    if (rest.length > LONGEST_LINE) {
      throw new Error(`Line ${line} is longer than ${LONGEST_LINE} characters: this is not a CSV file.`)
    }
  }
  if (rest) {
    yield { line, text: rest }
  }
}

function unzip(file: Readable): Readable {
  const gunzip = createGunzip()
  file.once("error", (error) => gunzip.destroy(error))

  return file.pipe(gunzip)
}

async function startsWithGzipMagic(path: string): Promise<boolean> {
  const file = await open(path, "r")
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.readUInt16BE(0) === 0x1f8b
  } finally {
    await file.close()
  }
}

async function firstLine(path: string, isGzip: boolean): Promise<string> {
  const file = createReadStream(path, { highWaterMark: PEEK_BYTES })
  const text = isGzip ? unzip(file) : file
  try {
    for await (const chunk of text) {
      return String(chunk).split(/\r?\n/, 1)[0] ?? ""
    }
    return ""
  } finally {
    file.destroy()
  }
}
