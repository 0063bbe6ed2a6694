import { TextField } from "../../../components/fields"
import { useText } from "../../../lib/text"

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
