import { toMajorUnits, toMinorUnits } from "../../../src/lib/money"

/** Which column of the file holds what; an absent one is not read. */
export type Columns = {
  id: string
  title: string
  price: string
  sku?: string
  description?: string
  image?: string
  category?: string
  brand?: string
}

export type RowSettings = {
  columns: Columns
  price_unit: "major" | "minor"
  currency_code: string
  /** Tells copies of the same file apart; empty for the first. */
  suffix: string
}

export type CatalogueProduct = {
  external_id: string
  handle: string
  sku: string
  title: string
  /** Decimal string in major units, as Medusa takes prices. */
  price: string
  description?: string
  image?: string
  category?: string
  brand?: string
}

export type RowOutcome = { ok: true; product: CatalogueProduct } | { ok: false; reason: string }

type Row = Record<string, string | undefined>

const HANDLE_LENGTH = 80
const HIGHEST_MINOR = 10n ** 15n

/** Which of the columns that were asked for the file does not have. */
export function missingColumns(columns: Columns, header: string[]): string[] {
  return Object.values(columns).filter((name) => !header.includes(name))
}

/** Turns one row into a product, or says why it cannot be one. */
export function readProduct(
  row: Row,
  { columns, price_unit, currency_code, suffix }: RowSettings
): RowOutcome {
  const text = (name: string | undefined) => (name ? row[name]?.trim() || undefined : undefined)
  const id = text(columns.id)
  const title = text(columns.title)
  if (!id) {
    return { ok: false, reason: `column \`${columns.id}\` is empty` }
  }
  if (!title) {
    return { ok: false, reason: `column \`${columns.title}\` is empty` }
  }
  const price = readPrice(text(columns.price) ?? "", price_unit, currency_code)
  if (!price.ok) {
    return { ok: false, reason: `column \`${columns.price}\` ${price.reason}` }
  }
  const image = text(columns.image)
  if (image && !isWebAddress(image)) {
    return { ok: false, reason: `column \`${columns.image}\` is not a web address: ${image.slice(0, 60)}` }
  }

  return {
    ok: true,
    product: {
      external_id: `${id}${suffix}`,
      handle: `${slug(title.slice(0, HANDLE_LENGTH))}-${slug(id)}${suffix}`,
      sku: `${text(columns.sku) ?? id}${suffix}`,
      title,
      price: price.amount,
      description: text(columns.description),
      image,
      category: text(columns.category),
      brand: text(columns.brand),
    },
  }
}

type PriceOutcome = { ok: true; amount: string } | { ok: false; reason: string }

function readPrice(text: string, unit: "major" | "minor", currencyCode: string): PriceOutcome {
  const digits = text.replaceAll(/[,\s]/g, "")
  if (!(unit === "minor" ? /^\d{1,15}$/ : /^\d{1,13}(\.\d{1,4})?$/).test(digits)) {
    return { ok: false, reason: `is not a price in ${unit} units: \`${text.slice(0, 40)}\`` }
  }
  const minor = unit === "minor" ? BigInt(digits) : toMinorUnits(digits, currencyCode)
  if (minor <= 0n || minor > HIGHEST_MINOR) {
    return { ok: false, reason: `is out of range: \`${text.slice(0, 40)}\`` }
  }

  return { ok: true, amount: toMajorUnits(minor, currencyCode) }
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : "")
}

/** Lower-case ASCII words with hyphens; an id without any letter of these keeps its bytes, so it stays unique. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")

  return words || Buffer.from(text).toString("hex").slice(0, 40)
}
