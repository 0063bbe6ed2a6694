import { Heading, toast } from "@medusajs/ui"
import { useState } from "react"
import { useFormContext, useWatch } from "react-hook-form"
import { ActionButton } from "../../../components/action-button"
import type { Body } from "../../../lib/api/client"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { type Figures, PreviewFigures } from "./preview-figures"

/** Of shops, those that it changes most; the totals count all. */
const SHOPS = 5

/** What would change of the last sales. It writes nothing. `changeOf` puts together what is meant by the form. */
export function Preview({ changeOf }: { changeOf: () => Body<"POST /admin/commission/preview"> }) {
  const { t } = useText()
  const { trigger } = useFormContext()
  const [shown, setShown] = useState<{ change: string; figures: Figures } | null>(null)
  const preview = useAction("POST /admin/commission/preview")
  useWatch()
  const now = JSON.stringify(changeOf())
  const run = async (): Promise<void> => {
    if (!(await trigger())) {
      toast.error(t("forms.look"))
      return
    }
    const change = changeOf()
    const { preview: figures } = await preview.mutateAsync({ body: { ...change, limit: SHOPS } })
    setShown({ change: JSON.stringify(change), figures })
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Heading level="h2">{t("commission.preview")}</Heading>
      <div>
        <ActionButton run={run}>{t("commission.show_preview")}</ActionButton>
      </div>
      {/* Figures of what the form said before are not those of what would be saved. */}
      <div aria-live="polite">{shown?.change === now && <PreviewFigures figures={shown.figures} />}</div>
    </div>
  )
}
