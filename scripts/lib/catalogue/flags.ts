import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { z } from "@medusajs/framework/zod"

const count = (lowest: number) => z.coerce.number().int().min(lowest)

/** What a run of the loader is asked to do; also how it is handed to the process that loads. */
export const CatalogueFlags = z.object({
  file: z.string().transform((path) => resolve(path)),
  vendors: count(1).max(5000).default(10),
  columns: z.object({
    id: z.string(),
    title: z.string(),
    price: z.string(),
    sku: z.string().optional(),
    description: z.string().optional(),
    image: z.string().optional(),
    category: z.string().optional(),
    brand: z.string().optional(),
  }),
  price_unit: z.enum(["major", "minor"]),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "must be a currency code such as ngn")
    .transform((code) => code.toLowerCase()),
  delimiter: z.enum(["auto", ",", ";", "tab"]),
  repeat: count(1).max(1000),
  stock: count(0),
  limit: count(1).optional(),
})

export type CatalogueFlags = z.infer<typeof CatalogueFlags>

const text = (fallback?: string) => ({ type: "string" as const, default: fallback })

/** The defaults fit a file with the columns id, title, short, price (in minor units), img, ptype and brand. */
const OPTIONS = {
  file: text(),
  vendors: text("10"),
  id: text("id"),
  title: text("title"),
  price: text("price"),
  sku: text(""),
  description: text("short"),
  image: text("img"),
  category: text("ptype"),
  brand: text("brand"),
  "price-unit": text("minor"),
  currency: text("ngn"),
  delimiter: text("auto"),
  repeat: text("1"),
  stock: text("100"),
  limit: text(),
  help: { type: "boolean" as const, default: false },
}

export const USAGE = `Usage: npm run seed:catalogue -- --file <csv> [--vendors <n>]

  --file <path>          comma-, semicolon- or tab-separated, plain or gzip
  --vendors <n>          shops to spread the products over, made and approved as needed (10)
Columns of the file; an empty name leaves one out:
  --id <column>          what makes a row unique (id)
  --title <column>       (title)           --price <column>        (price)
  --sku <column>         (same as id)      --description <column>  (short)
  --image <column>       (img)             --category <column>     (ptype)
  --brand <column>       (brand)
Reading:
  --price-unit <unit>    major or minor (minor: 4995 is 49.95)
  --currency <code>      (ngn)             --delimiter <mark>      auto , ; or tab (auto)
Amount:
  --stock <n>            of each product (100)
  --limit <n>            stop after this many rows
  --repeat <n>           load the file this many times, each copy under its own handles (1)

A product that is there already is left as it is, so a run that was interrupted is simply repeated.`

/** Undefined when only help is wanted. @throws with a sentence when a flag is wrong */
export function parseFlags(args: string[]): CatalogueFlags | undefined {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (values.help) {
    return undefined
  }
  const { file, vendors, currency, delimiter, repeat, stock, limit } = values
  const { id, title, price, sku, description, image, category, brand } = values
  const optional = { sku, description, image, category, brand }
  const parsed = CatalogueFlags.safeParse({
    file,
    vendors,
    currency,
    delimiter,
    repeat,
    stock,
    limit,
    price_unit: values["price-unit"],
    columns: { id, title, price, ...Object.fromEntries(Object.entries(optional).filter(([, name]) => name)) },
  })
  if (!parsed.success) {
    throw new Error(`${z.prettifyError(parsed.error)}\n\n${USAGE}`)
  }
  if (!existsSync(parsed.data.file)) {
    throw new Error(`There is no file ${parsed.data.file}.`)
  }

  return parsed.data
}
