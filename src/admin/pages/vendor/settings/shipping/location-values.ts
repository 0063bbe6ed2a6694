import { z } from "zod"
import type { Answer, Body } from "../../../../lib/api/client"
import type { Texts } from "../../../../lib/text"

export type Location = Answer<"GET /vendor/stock-locations">["stock_locations"][number]

export const locationSchema = ({ t }: Pick<Texts, "t">) => {
  const text = z.string().trim()
  const needed = text.min(1, t("inputs.required"))

  return z.object({
    name: needed,
    address: z.object({
      company: text,
      address_1: needed,
      address_2: text,
      city: text,
      province: text,
      postal_code: text,
      country_code: needed,
      phone: text,
    }),
  })
}

export type LocationValues = z.infer<ReturnType<typeof locationSchema>>

export const locationValues = ({ name, address }: Location): LocationValues => ({
  name,
  address: {
    company: address?.company ?? "",
    address_1: address?.address_1 ?? "",
    address_2: address?.address_2 ?? "",
    city: address?.city ?? "",
    province: address?.province ?? "",
    postal_code: address?.postal_code ?? "",
    country_code: address?.country_code?.toLowerCase() ?? "",
    phone: address?.phone ?? "",
  },
})

/** An empty field takes a value away; street and country have to be there. */
export const locationBody = ({
  name,
  address: { address_1, country_code, ...address },
}: LocationValues): Body<"POST /vendor/stock-locations/:id"> => ({
  name,
  address: {
    address_1,
    country_code,
    company: address.company || null,
    address_2: address.address_2 || null,
    city: address.city || null,
    province: address.province || null,
    postal_code: address.postal_code || null,
    phone: address.phone || null,
  },
})

/** What stands on a label, line by line, with the name of the country. */
export function addressLines(address: Location["address"], country: string | null): string[] {
  const place = [address?.postal_code, address?.city].filter(Boolean).join(" ")
  const lines = [
    address?.company,
    address?.address_1,
    address?.address_2,
    [place, address?.province].filter(Boolean).join(", "),
    country,
    address?.phone,
  ]

  return lines.filter((line): line is string => Boolean(line))
}
