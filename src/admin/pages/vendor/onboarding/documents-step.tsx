import { Button, Text, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { sentenceOf } from "../../../components/states"
import { sendFile } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import type { OnboardingOfShop } from "./onboarding-of-shop"

type Props = { documents: OnboardingOfShop["documents"]; is_open: boolean }

/** The papers that were sent, and a button for one more. */
export function DocumentsStep({ documents, is_open }: Props) {
  const texts = useText()
  const { t, format } = texts
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [is_sending, setSending] = useState(false)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file || is_sending) {
      return
    }
    setSending(true)
    try {
      await sendFile("POST /vendor/onboarding/documents", {}, file)
      toast.success(t("onboarding.file_done"))
      await client.invalidateQueries({ queryKey: ["vendor"] })
    } catch (error) {
      toast.error(sentenceOf(error, texts))
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      {documents.length > 0 && (
        <ul className="txt-small list-disc pl-5">
          {documents.map(({ id, filename, created_at }) => (
            <li key={id} className="break-words">
              {t("onboarding.file_added", { name: filename, when: format.moment(created_at) })}
            </li>
          ))}
        </ul>
      )}
      {is_open && (
        <div>
          <input
            ref={input}
            type="file"
            accept="application/pdf,image/jpeg,image/png"
            className="hidden"
            tabIndex={-1}
            aria-hidden="true"
            onChange={({ target }) => {
              void send(target.files?.[0])
              target.value = ""
            }}
          />
          <Button
            size="small"
            variant="secondary"
            isLoading={is_sending}
            onClick={() => input.current?.click()}
          >
            {t("onboarding.choose_file")}
          </Button>
          {is_sending && <Text size="small">{t("onboarding.sending")}</Text>}
        </div>
      )}
    </>
  )
}
