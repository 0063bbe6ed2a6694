import { useQueryClient } from "@tanstack/react-query"
import { FileButton } from "../../../components/file-button"
import { sendFile } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import type { OnboardingOfShop } from "./onboarding-of-shop"

const KINDS = "application/pdf,image/jpeg,image/png"

type Props = { documents: OnboardingOfShop["documents"]; is_open: boolean }

/** The papers that were sent, and a button for one more. */
export function DocumentsStep({ documents, is_open }: Props) {
  const { t, format } = useText()
  const client = useQueryClient()
  const send = async (file: File): Promise<void> => {
    await sendFile("POST /vendor/onboarding/documents", {}, file)
    await client.invalidateQueries({ queryKey: ["vendor"] })
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
          <FileButton accept={KINDS} send={send} done={t("onboarding.file_done")}>
            {t("onboarding.choose_file")}
          </FileButton>
        </div>
      )}
    </>
  )
}
