import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import type { Effect, Taken } from "../../modules/commission/domain/effect"
import { vendorsById } from "../vendor/vendor-owners"
import { previewCommission, type RuleChange } from "./preview-commission"

/** A preview as staff see it; amounts are decimal strings in major units, never added over currencies. */
export async function commissionPreview(
  container: MedusaContainer,
  change: RuleChange,
  page: { take: number; skip: number }
) {
  const { from, before, as_of, totals, vendors, count } = await previewCommission(container, change, page)
  const names = await vendorsById(
    container,
    vendors.map(({ vendor_id }) => vendor_id)
  )

  return {
    preview: {
      from,
      before,
      as_of,
      totals: totals.map(({ currency_code, ...effect }) => effectView(effect, currency_code)),
      vendors: vendors.map(({ vendor_id, currency_code, ...effect }) => ({
        vendor_id,
        vendor_name: names.get(vendor_id)?.name ?? null,
        ...effectView(effect, currency_code),
      })),
    },
    count,
    offset: page.skip,
    limit: page.take,
  }
}

function effectView({ orders, frozen, before, after }: Effect, currencyCode: string) {
  const taken = ({ commission_minor, commission_tax_minor }: Taken) => ({
    commission_total: toMajorUnits(commission_minor, currencyCode),
    commission_tax_total: toMajorUnits(commission_tax_minor, currencyCode),
  })

  return {
    currency_code: currencyCode,
    orders,
    frozen: taken(frozen),
    before: taken(before),
    after: taken(after),
    change: toMajorUnits(after.commission_minor - before.commission_minor, currencyCode),
  }
}
