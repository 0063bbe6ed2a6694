import { z } from "zod"
import { useText } from "../lib/text"
import { AreaField } from "./fields"
import { SaveDrawer } from "./save-drawer"

type Props = {
  title: string
  hint?: string
  verb: string
  label?: string
  is_dangerous?: boolean
  is_optional?: boolean
  /** The fewest letters that the server takes. */
  least?: number
  /** And the most. */
  most?: number
  run: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks why, and does it. */
export function ReasonDrawer({ run, onClose, label, is_optional, least = 1, most = 1000, ...head }: Props) {
  const { t } = useText()
  const Values = z.object({
    reason: z
      .string()
      .trim()
      .min(is_optional ? 0 : least, t("forms.too_short", { count: least }))
      .max(most, t("forms.too_long", { count: most })),
  })

  return (
    <SaveDrawer
      {...head}
      values={Values}
      first={{ reason: "" }}
      save={({ reason }) => run(reason)}
      onClose={onClose}
    >
      <AreaField name="reason" label={label ?? t("forms.reason")} is_optional={is_optional} rows={4} />
    </SaveDrawer>
  )
}
