import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import {
  type AskableStatus,
  decideProductStatus,
  type ProductState,
} from "../../modules/vendor/domain/product-status"
import type { OwnProduct } from "./own-product"
import type { ProductRules } from "./types"

type Change = { asked?: AskableStatus; has_content_changed: boolean }

export function statusOfNew(asked: AskableStatus | undefined, rules: ProductRules): ProductState {
  return allowed({
    current: null,
    asked: asked ?? null,
    has_content_changed: true,
    needs_approval: rules.is_approval_required,
  })
}

/** What staff have rejected needs their approval even where the setting asks for none. */
export async function statusAfter(
  container: MedusaContainer,
  product: OwnProduct,
  change: Change,
  rules: ProductRules
): Promise<ProductState> {
  const needs_approval = rules.is_approval_required || (await isRejected(container, product.id))

  return allowed({
    current: product.status,
    asked: change.asked ?? null,
    has_content_changed: change.has_content_changed,
    needs_approval,
  })
}

function allowed(question: Parameters<typeof decideProductStatus>[0]): ProductState {
  const answer = decideProductStatus(question)
  if (!answer.is_allowed) {
    throw notAllowed(
      ErrorCode.PRODUCT_APPROVAL_REQUIRED,
      "This product has to be approved before it is shown: submit it instead."
    )
  }

  return answer.status
}

async function isRejected(container: MedusaContainer, productId: string): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_decision",
    fields: ["decision"],
    filters: { product_id: productId },
    pagination: { take: 1, order: { created_at: "DESC", id: "DESC" } },
  })

  return (data[0] as { decision?: string } | undefined)?.decision === "rejected"
}
