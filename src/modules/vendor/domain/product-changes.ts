import { plainText } from "../../../lib/clean-text"

export const SHOWN_FIELDS = [
  "title",
  "subtitle",
  "description",
  "handle",
  "thumbnail",
  "material",
  "hs_code",
  "origin_country",
  "weight",
  "length",
  "height",
  "width",
] as const

export const SHOWN_VARIANT_FIELDS = [
  "title",
  "sku",
  "barcode",
  "ean",
  "upc",
  "options",
  "manage_inventory",
  "allow_backorder",
  "material",
  "hs_code",
  "origin_country",
  "weight",
  "length",
  "height",
  "width",
] as const

type ShownField = (typeof SHOWN_FIELDS)[number]
type ShownVariantField = (typeof SHOWN_VARIANT_FIELDS)[number]

export type ShownVariant = { id: string } & Record<ShownVariantField, string | null> & {
    prices: { currency_code: string; amount: string }[]
  }

/** What of a product staff look at, as text. */
export type ShownProduct = Record<ShownField, string | null> & {
  images: string[]
  categories: string[]
  tags: string[]
  /** `Size: S`, one for each value. */
  options: string[]
  variants: ShownVariant[]
}

export type FieldChange<Field extends string> = { field: Field; before: string | null; after: string | null }

export type ListChange = { added: string[]; removed: string[] }

export type VariantChange = {
  id: string
  title: string
  kind: "added" | "removed" | "changed"
  fields: FieldChange<ShownVariantField>[]
  prices: { currency_code: string; before: string | null; after: string | null }[]
}

export type ProductChanges = {
  fields: FieldChange<ShownField>[]
  images: ListChange & { is_reordered: boolean }
  categories: ListChange
  tags: ListChange
  options: ListChange
  variants: VariantChange[]
  /** Changed variants beyond those that are shown. */
  variants_left_out: number
}

const MOST_LETTERS = 4000
const MOST_VARIANTS = 200

/** What is different from what was approved last; of a product that never was, everything is new. */
export function changesOf(before: ShownProduct | null, after: ShownProduct): ProductChanges {
  const variants = variantChanges(before?.variants ?? [], after.variants)
  const images = listChange(before?.images, after.images)

  return {
    fields: SHOWN_FIELDS.flatMap((field) => fieldChange(field, before?.[field] ?? null, after[field])),
    images: {
      ...images,
      is_reordered:
        !images.added.length &&
        !images.removed.length &&
        before !== null &&
        JSON.stringify(before.images) !== JSON.stringify(after.images),
    },
    categories: listChange(before?.categories, after.categories),
    tags: listChange(before?.tags, after.tags),
    options: listChange(before?.options, after.options),
    variants: variants.slice(0, MOST_VARIANTS),
    variants_left_out: Math.max(variants.length - MOST_VARIANTS, 0),
  }
}

function fieldChange<Field extends string>(
  field: Field,
  before: string | null,
  after: string | null
): FieldChange<Field>[] {
  if ((before || null) === (after || null)) {
    return []
  }
  const shown = field === "description" ? descriptions(before, after) : { before, after }

  return [{ field, before: bounded(shown.before), after: bounded(shown.after) }]
}

/** Without their markup, unless that alone is what has changed. */
function descriptions(before: string | null, after: string | null) {
  const plain = { before: before && readable(before), after: after && readable(after) }

  return plain.before === plain.after ? { before, after } : plain
}

/** A link says where it leads: that is what somebody would hide. */
const readable = (html: string): string =>
  plainText(
    html
      .replace(/<a\b[^<>]*\bhref="([^"<>]*)"[^<>]*>/gi, "[$1] ")
      .replace(/<\/(?:p|li|h3|h4|ul|ol)>|<br\s*\/?>/gi, "\n")
  )

const bounded = (text: string | null): string | null =>
  text && text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text

function listChange(before: string[] | undefined, after: string[]): ListChange {
  const [old, now] = [new Set(before), new Set(after)]

  return {
    added: [...now].filter((value) => !old.has(value)),
    removed: [...old].filter((value) => !now.has(value)),
  }
}

function variantChanges(before: ShownVariant[], after: ShownVariant[]): VariantChange[] {
  const [old, now] = [byId(before), byId(after)]
  const gone = before.filter(({ id }) => !now.has(id)).map((variant) => variantChange(variant, null))

  return [...after.map((variant) => variantChange(old.get(variant.id) ?? null, variant)), ...gone].filter(
    ({ kind, fields, prices }) => kind !== "changed" || fields.length || prices.length
  )
}

function variantChange(before: ShownVariant | null, after: ShownVariant | null): VariantChange {
  const present = after ?? before
  const kind = after ? (before ? "changed" : "added") : "removed"

  return {
    id: present?.id ?? "",
    title: bounded(present?.title ?? null) ?? "",
    kind,
    fields: SHOWN_VARIANT_FIELDS.flatMap((field) =>
      fieldChange(field, before?.[field] ?? null, after?.[field] ?? null)
    ),
    prices: priceChanges(before, after),
  }
}

function priceChanges(before: ShownVariant | null, after: ShownVariant | null): VariantChange["prices"] {
  const [old, now] = [pricesOf(before), pricesOf(after)]
  const currencies = [...new Set([...old.keys(), ...now.keys()])].toSorted()

  return currencies
    .map((currency_code) => ({
      currency_code,
      before: old.get(currency_code) ?? null,
      after: now.get(currency_code) ?? null,
    }))
    .filter((price) => price.before !== price.after)
}

const pricesOf = (variant: ShownVariant | null) =>
  new Map((variant?.prices ?? []).map(({ currency_code, amount }) => [currency_code, amount]))

const byId = (variants: ShownVariant[]) => new Map(variants.map((variant) => [variant.id, variant]))
