import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ShippingOptionRow, ShippingOptionView } from "../../../modules/vendor/shipping-queries"
import { soldCountries } from "../../../workflows/vendor-shipping/shipping-zone"
import { boundVendorId } from "../context"
import type { VendorGetShippingOptionsParamsType } from "./validators"

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

const optionView = ({
  type_id: _type,
  is_type_shared: _shared,
  enabled_rule_id: _rule,
  ...option
}: ShippingOptionRow): ShippingOptionView => option

export async function listShippingOptions(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetShippingOptionsParamsType
  const [{ options, count }, store_country_codes] = await Promise.all([
    vendors(req).findShippingOptions(boundVendorId(req), {
      filters: { q: query.q },
      page: rowsOf(query),
    }),
    soldCountries(req.scope),
  ])

  return {
    shipping_options: options.map(optionView),
    count,
    offset: query.offset,
    limit: query.limit,
    /** Whereto an option can go at all. */
    store_country_codes,
  }
}

/** A shipping option of the bound shop. */
export async function retrieveShippingOption(req: MedusaRequest, id: string): Promise<ShippingOptionView> {
  const { options } = await vendors(req).findShippingOptions(boundVendorId(req), {
    filters: { id },
    page: { take: 1, skip: 0, order: "name" },
  })
  const [option] = options
  if (!option) {
    throw notFound(ErrorCode.SHIPPING_OPTION_NOT_FOUND, `Shipping option ${id} was not found.`)
  }

  return optionView(option)
}
