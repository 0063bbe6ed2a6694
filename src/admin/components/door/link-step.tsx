import { Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { sendLink } from "../../lib/api/sign-in"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import type { Door, Step } from "./use-door"

type Props = { door: Door; step: Extract<Step, { name: "link" }> }

/** Waits for the link in the mail to be opened. */
export function LinkStep({ door, step: { token, credentials } }: Props) {
  const { t } = useText()
  const [note, setNote] = useState<string | null>(null)

  return (
    <div className="flex flex-col gap-y-4">
      <div>
        <Heading level="h2">{t("door.link_title")}</Heading>
        <Text size="small" className="break-words text-ui-fg-subtle">
          {t("door.link_hint", { email: credentials.email })}
        </Text>
      </div>
      <Text size="small" role="status">
        {note ?? t("door.link_spam")}
      </Text>
      <div className="flex flex-wrap gap-2">
        <ActionButton
          variant="primary"
          run={async () => {
            const is_waiting = await door.tryAgain(credentials)
            setNote(is_waiting ? t("door.link_not_yet") : null)
          }}
        >
          {t("door.link_opened")}
        </ActionButton>
        <ActionButton
          run={async () => {
            await sendLink(credentials.email, token)
            setNote(t("door.resent"))
          }}
        >
          {t("door.resend")}
        </ActionButton>
      </div>
    </div>
  )
}
