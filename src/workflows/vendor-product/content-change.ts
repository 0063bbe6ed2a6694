import type { OwnProduct } from "./own-product"
import type { ProductContent } from "./types"

export type Pictures = { images?: { id?: string; url: string }[]; thumbnail?: string | null }

const SHOWN_TEXTS = ["title", "subtitle", "description", "handle", "material", "hs_code"] as const

type ProductShown = Pick<
  OwnProduct,
  (typeof SHOWN_TEXTS)[number] | "thumbnail" | "images" | "categories" | "tags"
>

/** Whether an update changes what buyers are shown, which staff have then to see again. */
export function hasContentChanged(
  product: ProductShown,
  update: Partial<ProductContent>,
  pictures: Pictures
): boolean {
  const texts = SHOWN_TEXTS.some(
    (key) => update[key] !== undefined && (update[key] || null) !== (product[key] || null)
  )
  const isOtherThumbnail =
    pictures.thumbnail !== undefined && pictures.thumbnail !== (product.thumbnail ?? null)
  const before = product.images.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url)

  return (
    texts ||
    isOtherThumbnail ||
    differs(
      pictures.images?.map(({ url }) => url),
      before
    ) ||
    differs(update.category_ids?.toSorted(), idsOf(product.categories)) ||
    differs(update.tag_ids?.toSorted(), idsOf(product.tags))
  )
}

const differs = (after: string[] | undefined, before: string[]) =>
  after !== undefined && JSON.stringify(after) !== JSON.stringify(before)

const idsOf = (records: { id: string }[]) => records.map(({ id }) => id).toSorted()
