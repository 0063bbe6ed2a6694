import { useQueryClient } from "@tanstack/react-query"
import { isOver } from "../../../../lib/dispute-states"
import { FileButton } from "../../../components/file-button"
import { FileList } from "../../../components/file-list"
import { Section } from "../../../components/page"
import { download, sendFile } from "../../../lib/api/client"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"

const KINDS = "image/jpeg,image/png,image/webp,application/pdf"

export function EvidenceSection({ dispute }: { dispute: Dispute }) {
  const { t, named, format } = useText()
  const may = useMayInShop()
  const client = useQueryClient()
  const send = async (file: File): Promise<void> => {
    await sendFile("POST /vendor/disputes/:id/evidence", { params: { id: dispute.id } }, file)
    await client.invalidateQueries({ queryKey: ["vendor", "disputes"] })
  }

  return (
    <Section
      title={t("disputes.evidence")}
      hint={t("disputes.file_hint")}
      actions={
        may("disputes:write") &&
        !isOver(dispute.state) && (
          <FileButton accept={KINDS} send={send} done={t("disputes.file_added")}>
            {t("disputes.add_file")}
          </FileButton>
        )
      }
      className=""
    >
      <FileList
        files={dispute.evidence}
        empty={t("disputes.no_evidence")}
        hintOf={({ author, created_at, note }) => [
          named("disputes.authors", author),
          format.moment(created_at),
          note,
        ]}
        open={(file) =>
          download("GET /vendor/disputes/:id/evidence/:file_id", {
            params: { id: dispute.id, file_id: file.id },
          })
        }
      />
    </Section>
  )
}
