import { FileList } from "../../../components/file-list"
import { Section } from "../../../components/page"
import { download } from "../../../lib/api/client"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Shop } from "./shop"

/** The papers that the shop has sent. */
export function DocumentsSection({ shop }: { shop: Shop }) {
  const { t, format } = useText()
  const may = useMayAsStaff()
  const open = ({ id }: { id: string }) =>
    download("GET /admin/vendors/:id/documents/:doc_id", { params: { id: shop.id, doc_id: id } })

  return (
    <Section title={t("shops.documents")} className="">
      <FileList
        files={shop.documents}
        empty={t("shops.no_documents")}
        hintOf={({ created_at }) => [format.date(created_at)]}
        open={may("vendors:review") ? open : undefined}
      />
    </Section>
  )
}
