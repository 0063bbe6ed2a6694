import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { download } from "../../../lib/api/client"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Shop } from "./shop"

/** The papers that the shop has sent. They are saved, never shown under the dashboard's own address. */
export function DocumentsSection({ shop }: { shop: Shop }) {
  const { t, format } = useText()
  const may = useMayAsStaff()

  return (
    <Section title={t("shops.documents")} className="divide-y">
      {!shop.documents.length && (
        <Text size="small" className="px-4 py-4 sm:px-6">
          {t("shops.no_documents")}
        </Text>
      )}
      <ul className="divide-y">
        {shop.documents.map(({ id, filename, size_bytes, created_at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <Text size="small" weight="plus" className="break-all">
                {filename}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {format.date(created_at)} ·{" "}
                {t("shops.kilobytes", { size: format.number(kilobytes(size_bytes)) })}
              </Text>
            </div>
            {may("vendors:review") && (
              <ActionButton
                run={() =>
                  download("GET /admin/vendors/:id/documents/:doc_id", {
                    params: { id: shop.id, doc_id: id },
                  })
                }
              >
                {t("shops.open")}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024))
