import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertTrustedImages } from "../../media/assert-trusted-images"
import { assertCategories, assertHandleFree, assertTags } from "../check-references"
import { hasContentChanged, type Pictures } from "../content-change"
import { coreProduct, thumbnailOf } from "../core-input"
import { type OwnProduct, retrieveOwnProduct } from "../own-product"
import { statusAfter } from "../product-status"
import type { OwnProductRef, ProductContent } from "../types"

export type UpdateProductInput = OwnProductRef & { update: Partial<ProductContent> }

/** What core is asked to change of a product of this shop. Reads only. */
export const planProductUpdateStep = createStep(
  "plan-vendor-product-update",
  async ({ vendor_id, product_id, update, rules }: UpdateProductInput, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    assertTrustedImages(update.images ?? [], [product.thumbnail, ...product.images.map(({ url }) => url)])
    await assertCategories(container, update.category_ids)
    await assertTags(container, update.tag_ids)
    if (update.handle && update.handle !== product.handle) {
      await assertHandleFree(container, update.handle)
    }
    const pictures = picturesAfter(product, update)
    const has_content_changed = hasContentChanged(product, update, pictures)
    const status = await statusAfter(container, product, { asked: update.status, has_content_changed }, rules)

    return new StepResponse({
      id: product.id,
      is_submitted: status === "proposed" && product.status !== "proposed",
      update: { ...coreProduct(update), ...pictures, status },
    })
  }
)

/** Images keep their ids where their address stays; a thumbnail that is no longer among them gives way to the first. */
function picturesAfter(product: OwnProduct, update: Partial<ProductContent>): Pictures {
  const before = product.images.toSorted((a, b) => a.rank - b.rank)
  if (update.images === undefined) {
    const urls = [...before.map(({ url }) => url), ...(product.thumbnail ? [product.thumbnail] : [])]

    return update.thumbnail === undefined ? {} : { thumbnail: thumbnailOf(urls, update.thumbnail) }
  }
  const kept = product.thumbnail && update.images.includes(product.thumbnail) ? product.thumbnail : undefined
  const thumbnail = thumbnailOf(update.images, update.thumbnail === undefined ? kept : update.thumbnail)
  const images = update.images.map((url) => {
    const same = before.find((image) => image.url === url)

    return same ? { id: same.id, url } : { url }
  })

  return { images, thumbnail }
}
