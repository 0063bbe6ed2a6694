import { Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { ActionButton } from "../../../components/action-button"
import { FileButton } from "../../../components/file-button"
import { Section } from "../../../components/page"
import { download, sendFile } from "../../../lib/api/client"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { type Dispute, isOver } from "./dispute"

const KINDS = "image/jpeg,image/png,image/webp,application/pdf"

export function EvidenceSection({ dispute }: { dispute: Dispute }) {
  const { t } = useText()
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
        !isOver(dispute) && (
          <FileButton accept={KINDS} send={send} done={t("disputes.file_added")}>
            {t("disputes.add_file")}
          </FileButton>
        )
      }
      className="divide-y"
    >
      {!dispute.evidence.length && (
        <Text size="small" className="px-4 py-4 text-ui-fg-subtle sm:px-6">
          {t("disputes.no_evidence")}
        </Text>
      )}
      {dispute.evidence.map((file) => (
        <FileRow key={file.id} id={dispute.id} file={file} />
      ))}
    </Section>
  )
}

function FileRow({ id, file }: { id: string; file: Dispute["evidence"][number] }) {
  const { t, named, format } = useText()
  const { filename, author, created_at, note, size_bytes } = file
  const kilobytes = format.number(Math.max(Math.round(size_bytes / 1024), 1))
  const hints = [named("disputes.authors", author), format.moment(created_at), `${kilobytes} KB`, note]

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-all">
          {filename}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {hints.filter(Boolean).join(" · ")}
        </Text>
      </div>
      <ActionButton
        run={() =>
          download("GET /vendor/disputes/:id/evidence/:file_id", { params: { id, file_id: file.id } })
        }
      >
        {t("disputes.open_file")}
        <span className="sr-only">{filename}</span>
      </ActionButton>
    </div>
  )
}
