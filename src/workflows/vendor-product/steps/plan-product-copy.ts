import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type CopiedVariant, copyOf } from "../copy-of-product"
import { retrieveOwnProduct } from "../own-product"
import { readStore } from "../read-store"
import type { OwnProductRef } from "../types"

const MEASURES = ["weight", "length", "height", "width", "hs_code", "origin_country"]

const MORE_FIELDS = [
  ...MEASURES,
  "categories.is_active",
  "categories.is_internal",
  ...MEASURES.map((field) => `variants.${field}`),
  "variants.id",
  "variants.allow_backorder",
  "variants.prices.amount",
  "variants.prices.currency_code",
  "variants.prices.min_quantity",
  "variants.prices.max_quantity",
  "variants.prices.rules_count",
  "variants.prices.price_list_id",
]

type Measures = Partial<Record<"weight" | "length" | "height" | "width", number | null>> &
  Partial<Record<"hs_code" | "origin_country", string | null>>

type More = Measures & {
  categories: { id: string; is_active: boolean; is_internal: boolean }[]
  variants: (CopiedVariant & { id: string })[]
}

/** What a copy of a product of this shop is created from. Reads only. */
export const planProductCopyStep = createStep(
  "plan-vendor-product-copy",
  async ({ vendor_id, product_id }: OwnProductRef, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    const [{ variants, ...more }, { currencies }] = await Promise.all([
      readMore(container, product.id),
      readStore(container),
    ])

    return new StepResponse(
      copyOf(
        {
          ...product,
          ...more,
          variants: product.variants.map((variant) => ({
            ...variants.find(({ id }) => id === variant.id),
            ...variant,
          })),
        },
        currencies
      )
    )
  }
)

async function readMore(container: MedusaContainer, productId: string): Promise<More> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph(
      { entity: "product", fields: ["categories.id", ...MORE_FIELDS], filters: { id: productId } },
      { throwIfKeyNotFound: true }
    )

  // The fields above are what the type says; the generated types cannot follow a list that is not a literal.
  return data[0] as unknown as More
}
