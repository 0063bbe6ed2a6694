import { z } from "zod"
import { TextField } from "../../../components/fields"
import { useText } from "../../../lib/text"

export const Tracking = z.object({ carrier: z.string(), number: z.string(), url: z.string() })

export type TrackingValues = z.infer<typeof Tracking>

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
