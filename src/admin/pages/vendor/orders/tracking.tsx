import { z } from "zod"
import { TextField } from "../../../components/fields"
import { type Translate, useText } from "../../../lib/text"

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

export function TrackingFields() {
  const { t } = useText()

  return (
    <>
      <TextField name="tracking.carrier" label={t("orders.carrier")} is_optional />
      <TextField name="tracking.number" label={t("orders.tracking_number")} is_optional autoComplete="off" />
      <TextField
        name="tracking.url"
        label={t("orders.tracking_url")}
        is_optional
        type="url"
        inputMode="url"
      />
    </>
  )
}
