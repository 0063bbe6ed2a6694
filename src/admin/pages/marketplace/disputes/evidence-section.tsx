import { FileList } from "../../../components/file-list"
import { Section } from "../../../components/page"
import { download } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"

type Props = { dispute: Dispute; shopName: (id: string) => string }

export function EvidenceSection({ dispute, shopName }: Props) {
  const { t, named, format } = useText()

  return (
    <Section title={t("cases.evidence")} className="">
      <FileList
        files={dispute.evidence}
        empty={t("cases.no_evidence")}
        hintOf={({ author, vendor_id, created_at, note }) => [
          named("cases.authors", author),
          vendor_id && shopName(vendor_id),
          format.moment(created_at),
          note,
        ]}
        open={({ id }) =>
          download("GET /admin/disputes/:id/evidence/:file_id", {
            params: { id: dispute.id, file_id: id },
          })
        }
      />
    </Section>
  )
}
