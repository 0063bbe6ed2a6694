import { z } from "zod"
import { TAX_STATUSES } from "../../../../lib/item-tax"
import type { Body } from "../../../lib/api/client"
import { bpsOf, percentOf, percentValue } from "../../../lib/percent"
import type { Texts } from "../../../lib/text"
import type { Shop } from "./shop"

export const taxAndRateValues = (texts: Pick<Texts, "t">) =>
  z.object({
    tax_status: z.enum(TAX_STATUSES),
    rate: z
      .string()
      .trim()
      .pipe(z.union([z.literal(""), percentValue(texts)])),
  })

type Values = z.infer<ReturnType<typeof taxAndRateValues>>

export const taxAndRateOf = ({
  tax_status,
  commission_rate_bps,
}: Pick<Shop, "tax_status" | "commission_rate_bps">): Values => ({
  tax_status,
  rate: commission_rate_bps === null ? "" : percentOf(commission_rate_bps),
})

/** As the route takes it: no rate of its own is the platform's. */
export const bodyOf = ({ tax_status, rate }: Values): NonNullable<Body<"POST /admin/vendors/:id">> => ({
  tax_status,
  commission_rate_bps: rate ? bpsOf(rate) : null,
})
