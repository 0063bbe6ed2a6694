import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"

/** Categories that do not exist, are not active or are internal are all unknown to a shop. */
export async function assertCategories(container: MedusaContainer, ids: string[] = []): Promise<void> {
  const found = await idsOf(container, "product_category", { id: ids, is_active: true, is_internal: false })
  const missing = ids.find((id) => !found.has(id))
  if (missing) {
    throw invalidData(ErrorCode.PRODUCT_CATEGORY_NOT_FOUND, `Category ${missing} was not found.`)
  }
}

export async function assertTags(container: MedusaContainer, ids: string[] = []): Promise<void> {
  const found = await idsOf(container, "product_tag", { id: ids })
  const missing = ids.find((id) => !found.has(id))
  if (missing) {
    throw invalidData(ErrorCode.PRODUCT_TAG_NOT_FOUND, `Tag ${missing} was not found.`)
  }
}

/** Handles are part of addresses and so unique among all shops. */
export async function assertHandleFree(container: MedusaContainer, handle: string): Promise<void> {
  const taken = await idsOf(container, "product", { handle })
  if (taken.size) {
    throw notAllowed(ErrorCode.PRODUCT_HANDLE_TAKEN, `The handle ${handle} is taken.`)
  }
}

const CODES = ["sku", "barcode", "ean", "upc"] as const

export type Codes = Partial<Record<(typeof CODES)[number], string | null>>

/** Medusa keeps codes unique among all shops; whose variant has one is nobody's business, so the message does not say. */
export async function assertCodesFree(
  container: MedusaContainer,
  variants: Codes[],
  exceptVariantId?: string
): Promise<void> {
  for (const code of CODES) {
    const values = variants.flatMap((variant) => variant[code] ?? [])
    if (!values.length) {
      continue
    }
    const taken = await idsOf(container, "product_variant", { [code]: values })
    if (exceptVariantId) {
      taken.delete(exceptVariantId)
    }
    if (taken.size || new Set(values).size < values.length) {
      throw notAllowed(ErrorCode.PRODUCT_SKU_TAKEN, `Another variant has the same ${code}.`)
    }
  }
}

async function idsOf(
  container: MedusaContainer,
  entity: "product" | "product_category" | "product_tag" | "product_variant",
  filters: Record<string, unknown>
): Promise<Set<string>> {
  if (Array.isArray(filters.id) && !filters.id.length) {
    return new Set()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields: ["id"], filters })

  return new Set((data as { id: string }[]).map(({ id }) => id))
}
