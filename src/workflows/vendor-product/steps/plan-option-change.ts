import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed } from "../../../lib/errors"
import { optionProblem } from "../../../modules/vendor/domain/variant-options"
import { choiceOf, type OwnOption, type OwnProduct, optionOf, retrieveOwnProduct } from "../own-product"
import { statusAfter } from "../product-status"
import type { OptionInput, OwnProductRef } from "../types"

export type OptionChange =
  | { kind: "add"; option: OptionInput }
  | { kind: "update"; option_id: string; option: Partial<OptionInput> }
  | { kind: "remove"; option_id: string }

export type ChangeOptionInput = OwnProductRef & { change: OptionChange }

const MOST_OPTIONS = 10

/** What core is asked to do to the options of a product of this shop. Reads only. */
export const planOptionChangeStep = createStep(
  "plan-vendor-option-change",
  async ({ vendor_id, product_id, change, rules }: ChangeOptionInput, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    const option = change.kind === "add" ? null : ownOption(product, change.option_id)
    assertPossible(product, change, option)
    const to = await statusAfter(container, product, { has_content_changed: true }, rules)
    const base = {
      move: { id: product.id, vendor_id, from: product.status, to },
      option_id: option?.id ?? null,
      new_title: null as string | null,
      add: [] as (OptionInput & { is_exclusive: boolean })[],
      remove: [] as string[],
      update: [] as { product_option_id: string; add: { value: string }[]; remove: string[] }[],
      variants: [] as { id: string; options: Record<string, string> }[],
    }
    switch (change.kind) {
      case "add":
        return new StepResponse({
          ...base,
          add: [{ ...change.option, is_exclusive: true }],
          // Every variant has to choose: those that are there take the first value.
          variants: product.variants.map((variant) => ({
            id: variant.id,
            options: { ...choiceOf(product, variant), [change.option.title]: change.option.values[0] ?? "" },
          })),
        })
      case "update":
        return new StepResponse({ ...base, ...planUpdate(option, change.option) })
      case "remove":
        return new StepResponse({ ...base, remove: [change.option_id] })
      default:
        return change satisfies never
    }
  }
)

/** An option that staff share among products is not this shop's to change. */
function ownOption(product: OwnProduct, optionId: string): OwnOption {
  const option = optionOf(product, optionId)
  if (!option.is_exclusive) {
    throw notAllowed(
      ErrorCode.PRODUCT_OPTIONS_INVALID,
      "This option is shared by several products and kept by the platform's staff."
    )
  }

  return option
}

function planUpdate(option: OwnOption | null, { title, values }: Partial<OptionInput>) {
  if (!option) {
    return {}
  }
  const known = new Set(option.values.map(({ value }) => value))
  const add = (values ?? []).filter((value) => !known.has(value)).map((value) => ({ value }))
  const remove = values ? option.values.filter(({ value }) => !values.includes(value)) : []

  return {
    new_title: title !== undefined && title !== option.title ? title : null,
    update:
      add.length || remove.length
        ? [{ product_option_id: option.id, add, remove: remove.map(({ id }) => id) }]
        : [],
  }
}

function assertPossible(product: OwnProduct, change: OptionChange, option: OwnOption | null): void {
  const problem = countProblem(product, change) ?? usedProblem(product, change, option)
  if (problem) {
    throw invalidData(ErrorCode.PRODUCT_OPTIONS_INVALID, problem)
  }
}

function countProblem(product: OwnProduct, change: OptionChange): string | null {
  if (change.kind === "add" && product.options.length >= MOST_OPTIONS) {
    return `A product has at most ${MOST_OPTIONS} options.`
  }
  if (change.kind === "remove" && product.options.length === 1) {
    return "A product keeps at least one option."
  }
  if (change.kind === "remove") {
    return null
  }
  const others = product.options.filter(({ id }) => change.kind === "add" || id !== change.option_id)

  return optionProblem(
    [
      ...others.map(({ title }) => ({ title, values: [] })),
      { title: change.option.title ?? "", values: change.option.values ?? [] },
    ],
    []
  )
}

/** What a variant has chosen stays until the variant is changed or removed. */
function usedProblem(product: OwnProduct, change: OptionChange, option: OwnOption | null): string | null {
  if (!option || (change.kind === "update" && !change.option.values)) {
    return null
  }
  const kept = change.kind === "update" ? (change.option.values ?? []) : []
  const used = product.variants.flatMap((variant) =>
    variant.options.filter(({ option_id, value }) => option_id === option.id && !kept.includes(value))
  )

  return used[0] ? `A variant has chosen "${used[0].value}" of "${option.title}".` : null
}
