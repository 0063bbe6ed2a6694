import { z } from "zod"
import type { Translate } from "../../../lib/text"

export type TrackingValues = { carrier: string; number: string; url: string }

const LINK = z.url({ protocol: /^https?$/ })

/** A carrier or a link without a number would not be kept, so the number is asked for. */
export const trackingSchema = (t: Translate) =>
  z
    .object({
      carrier: z.string(),
      number: z.string(),
      url: z
        .string()
        .trim()
        .refine((url) => !url || LINK.safeParse(url).success, t("inputs.link")),
    })
    .refine(({ carrier, number, url }) => number.trim() || !(carrier.trim() || url), {
      path: ["number"],
      message: t("orders.tracking_missing"),
    })

export const NO_TRACKING: TrackingValues = { carrier: "", number: "", url: "" }

/** As the routes take it: nothing without a number. */
export const trackingOf = ({ carrier, number, url }: TrackingValues) =>
  number.trim()
    ? [{ number: number.trim(), carrier: carrier.trim() || undefined, url: url.trim() || undefined }]
    : []
