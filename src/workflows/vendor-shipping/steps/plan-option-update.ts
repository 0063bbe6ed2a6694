import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PriceInput } from "../../../modules/vendor/domain/product-price"
import type { ShippingOptionRow } from "../../../modules/vendor/shipping-queries"
import { readStore } from "../../vendor-product/read-store"
import { retrieveEditableOption } from "../own-options"
import { deliveryPrices, deliveryPricesAfter } from "../shipping-prices"
import { planZone, retrieveShippingPlace } from "../shipping-zone"
import type { OwnOptionRef, ShippingOptionUpdate } from "../types"

export type UpdateOptionInput = OwnOptionRef & { update: ShippingOptionUpdate }

/** What core is asked to change of an option of this shop. Reads only. */
export const planOptionUpdateStep = createStep(
  "plan-vendor-shipping-option-update",
  async ({ update, ...ref }: UpdateOptionInput, { container }) => {
    const option = await retrieveEditableOption(container, ref)
    const zone = update.country_codes
      ? await planZone(container, await retrieveShippingPlace(container, ref.vendor_id), update.country_codes)
      : null
    const prices = update.prices ? await pricesAfter(container, option.id, update.prices) : undefined

    return new StepResponse({
      zone,
      type: typeAfter(option, update),
      option: {
        id: option.id,
        ...(update.name === undefined ? {} : { name: update.name }),
        ...(prices ? { prices } : {}),
      },
    })
  }
)

async function pricesAfter(container: MedusaContainer, optionId: string, prices: PriceInput[]) {
  const { currencies } = await readStore(container)

  return deliveryPricesAfter(container, optionId, deliveryPrices(prices, currencies))
}

/** Staff may have given several options one type: that of other options is left alone, and this one gets its own. */
function typeAfter(option: ShippingOptionRow, { name, description, type }: ShippingOptionUpdate) {
  if (name === undefined && description === undefined && type === undefined) {
    return null
  }

  return {
    id: option.is_type_shared ? null : option.type_id,
    label: name ?? option.name,
    description: description === undefined ? (option.description ?? "") : (description ?? ""),
    code: type ?? option.type ?? "standard",
  }
}
