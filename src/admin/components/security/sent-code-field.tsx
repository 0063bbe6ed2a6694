import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { TextField } from "../fields"

/** For the code that was just sent somewhere. */
export function SentCodeField({ sent_to, resend }: { sent_to: string; resend: () => Promise<unknown> }) {
  const { t } = useText()

  return (
    <>
      <TextField
        name="code"
        label={t("door.code")}
        hint={t("door.code_sent", { to: sent_to })}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <div>
        <ActionButton run={resend} done={t("security.sent_again")}>
          {t("security.send_again")}
        </ActionButton>
      </div>
    </>
  )
}
