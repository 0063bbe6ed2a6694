export const PRODUCT_STATUSES = ["draft", "proposed", "published", "rejected"] as const

export type ProductState = (typeof PRODUCT_STATUSES)[number]

/** What the people of a shop may ask for; `rejected` is the word of staff alone. */
export const ASKABLE_STATUSES = ["draft", "proposed", "published"] as const

export type AskableStatus = (typeof ASKABLE_STATUSES)[number]

export type StatusQuestion = {
  /** Null for a new product. */
  current: ProductState | null
  asked: AskableStatus | null
  /** Of what buyers see and staff have looked at: title, description, images, categories, options. */
  has_content_changed: boolean
  /** By the setting, or because staff rejected this product and have not approved it since. */
  needs_approval: boolean
}

export type StatusAnswer = { is_allowed: true; status: ProductState } | { is_allowed: false }

/**
 * The status of a product after a shop has created or changed it. Where approval is needed, no shop publishes, and
 * what was approved waits again once its content has changed.
 */
export function decideProductStatus(question: StatusQuestion): StatusAnswer {
  const { current, asked, needs_approval } = question
  if (!needs_approval) {
    return { is_allowed: true, status: withoutApproval(current, asked) }
  }
  if (asked === "published" && current !== "published") {
    return { is_allowed: false }
  }
  if (asked && asked !== "published") {
    return { is_allowed: true, status: asked }
  }

  return { is_allowed: true, status: afterChange(current ?? "draft", question.has_content_changed) }
}

/** Without approval, to propose a product is to publish it. */
function withoutApproval(current: ProductState | null, asked: AskableStatus | null): ProductState {
  if (!asked) {
    return current ?? "draft"
  }

  return asked === "draft" ? "draft" : "published"
}

const afterChange = (current: ProductState, hasChanged: boolean): ProductState =>
  hasChanged && current === "published" ? "proposed" : current

export const PRODUCT_DECISIONS = ["approved", "rejected"] as const

export type DecisionKind = (typeof PRODUCT_DECISIONS)[number]

/** The one table of what staff may decide: a shown product can be taken down, a rejected one has to be proposed again. */
export const decidableFrom: Record<DecisionKind, readonly ProductState[]> = {
  approved: ["proposed"],
  rejected: ["proposed", "published"],
}

export const statusOfDecision = { approved: "published", rejected: "rejected" } as const satisfies Record<
  DecisionKind,
  ProductState
>
