import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { readStore } from "../../vendor-product/read-store"
import { countOwnOptions } from "../own-options"
import { deliveryPrices } from "../shipping-prices"
import { planZone, retrieveShippingPlace } from "../shipping-zone"
import type { ShippingOptionInput } from "../types"

export type CreateOptionInput = { vendor_id: string; option: ShippingOptionInput }

/** Every cart with a piece of the shop is shown all of them. */
const MOST_OPTIONS = 50

/** The option that core is asked to make for this shop, in the shop's own profile. Reads only. */
export const planOptionCreationStep = createStep(
  "plan-vendor-shipping-option-creation",
  async ({ vendor_id, option }: CreateOptionInput, { container }) => {
    const [place, store] = await Promise.all([
      retrieveShippingPlace(container, vendor_id),
      readStore(container),
    ])
    if ((await countOwnOptions(container, vendor_id)) >= MOST_OPTIONS) {
      throw notAllowed(
        ErrorCode.SHIPPING_OPTION_LIMIT_REACHED,
        `A shop has at most ${MOST_OPTIONS} shipping options.`
      )
    }

    return new StepResponse({
      zone: await planZone(container, place, option.country_codes),
      shipping_profile_id: place.shipping_profile_id,
      name: option.name,
      type: {
        label: option.name,
        description: option.description ?? "",
        code: option.type ?? "standard",
      },
      prices: deliveryPrices(option.prices, store.currencies),
    })
  }
)
