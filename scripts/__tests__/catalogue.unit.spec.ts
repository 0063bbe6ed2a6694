import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { missingColumns, type RowSettings, readProduct, slug } from "../lib/catalogue/columns"
import { type CsvRow, detectDelimiter, openCsv } from "../lib/catalogue/records"

const settings: RowSettings = {
  columns: { id: "id", title: "title", price: "price", image: "img" },
  price_unit: "minor",
  currency_code: "ngn",
  suffix: "",
}

describe("readProduct", () => {
  it("reads a price in minor units and builds a handle that the id makes unique", () => {
    expect(readProduct({ id: "77", title: "Xerox 006R90321 – Tonér", price: "4995" }, settings)).toEqual({
      ok: true,
      product: {
        external_id: "77",
        handle: "xerox-006r90321-toner-77",
        sku: "77",
        title: "Xerox 006R90321 – Tonér",
        price: "49.95",
      },
    })
  })

  it("tells copies of the same row apart by the suffix", () => {
    const outcome = readProduct({ id: "77", title: "A", price: "1" }, { ...settings, suffix: "-r2" })
    expect(outcome).toMatchObject({
      product: { external_id: "77-r2", handle: "a-77-r2", sku: "77-r2" },
    })
  })

  it("cuts a long title without leaving two hyphens, which Medusa refuses in a handle", () => {
    const outcome = readProduct({ id: "7", title: `${"a".repeat(79)} long`, price: "1" }, settings)
    expect(outcome).toMatchObject({ product: { handle: `${"a".repeat(79)}-7` } })
  })

  it.each([
    ["1,234.50", "major", "ngn", "1234.5"],
    ["0.01", "major", "ngn", "0.01"],
    ["1200", "minor", "jpy", "1200"],
    ["19.999", "major", "ngn", "20"],
  ] as const)("reads the price %s in %s units of %s as %s", (price, price_unit, currency_code, expected) => {
    const outcome = readProduct({ id: "1", title: "A", price }, { ...settings, price_unit, currency_code })
    expect(outcome).toMatchObject({ ok: true, product: { price: expected } })
  })

  it.each([
    [{ id: "", title: "A", price: "1" }, "column `id` is empty"],
    [{ id: "1", title: "  ", price: "1" }, "column `title` is empty"],
    [{ id: "1", title: "A", price: "" }, "is not a price"],
    [{ id: "1", title: "A", price: "-5" }, "is not a price"],
    [{ id: "1", title: "A", price: "12.50" }, "is not a price in minor units"],
    [{ id: "1", title: "A", price: "0" }, "out of range"],
    [{ id: "1", title: "A", price: "1e9" }, "is not a price"],
    [{ id: "1", title: "A", price: "1", img: "javascript:alert(1)" }, "is not a web address"],
  ])("refuses %j: %s", (row, reason) => {
    expect(readProduct(row, settings)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})

describe("slug", () => {
  it.each([
    ["Ọjà Ẹlẹ́wà", "oja-elewa"],
    ["  A  &  B  ", "a-b"],
    ["日本", "e697a5e69cac"],
  ])("%s becomes %s", (text, expected) => {
    expect(slug(text)).toBe(expected)
  })
})

describe("detectDelimiter", () => {
  it.each([
    ["id,title,price", ","],
    ["id\ttitle, long\tprice", "\t"],
    ['"a\tb\tc\td",title,price', ","],
    ["id;title;price", ";"],
  ])("%j", (line, expected) => {
    expect(detectDelimiter(line)).toBe(expected)
  })
})

it("names the columns that a file does not have", () => {
  expect(missingColumns(settings.columns, ["id", "title"])).toEqual(["price", "img"])
})

describe("openCsv", () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "merkato-csv-"))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const rowsOf = async (name: string, content: string | Buffer) => {
    await writeFile(join(folder, name), content)
    const file = await openCsv(join(folder, name), "auto")
    const rows: CsvRow[] = []
    for await (const row of file.rows) {
      rows.push(row)
    }
    return { file, rows }
  }

  it("reports each row with the line it begins on, across quoted line breaks", async () => {
    const { rows } = await rowsOf("breaks.csv", '\uFEFFid,title\r\n1,"two\r\nlines"\r\n\r\n2,b\r\n')
    expect(rows).toEqual([
      { ok: true, line: 2, values: { id: "1", title: "two\r\nlines" } },
      { ok: true, line: 5, values: { id: "2", title: "b" } },
    ])
  })

  it("goes on after a row with the wrong number of columns and after broken quotes", async () => {
    const { rows } = await rowsOf(
      "bad.csv",
      'id,title\n1,a,extra\n2,"b"x\n3,c\n4,"open\n5,17" screen\n6,"d"\n7,"""e"" f"'
    )
    const quote = "has a quote that is not closed, or text after one that is"
    expect(rows).toEqual([
      { ok: false, line: 2, reason: "has 3 columns, the header 2" },
      { ok: false, line: 3, reason: quote },
      { ok: true, line: 4, values: { id: "3", title: "c" } },
      { ok: false, line: 5, reason: quote },
      { ok: true, line: 6, values: { id: "5", title: '17" screen' } },
      { ok: true, line: 7, values: { id: "6", title: "d" } },
      { ok: true, line: 8, values: { id: "7", title: '"e" f' } },
    ])
  })

  it("reads tabs, and gzip whatever the file is called", async () => {
    const { file, rows } = await rowsOf("catalogue.data", gzipSync("id\ttitle\n1\ta, b\n"))
    expect(file.header).toEqual(["id", "title"])
    expect(rows).toEqual([{ ok: true, line: 2, values: { id: "1", title: "a, b" } }])
    expect(file.read_bytes()).toBe(file.size_bytes)
  })

  it("refuses an empty file", async () => {
    await expect(rowsOf("empty.csv", "")).rejects.toThrow("has no header line")
  })
})
