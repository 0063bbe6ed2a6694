import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { download } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"

type Props = { dispute: Dispute; shopName: (id: string) => string }

export function EvidenceSection({ dispute, shopName }: Props) {
  const { t, named, format } = useText()

  return (
    <Section title={t("cases.evidence")} className="divide-y">
      {!dispute.evidence.length && (
        <Text size="small" className="px-4 py-4 sm:px-6">
          {t("cases.no_evidence")}
        </Text>
      )}
      <ul className="divide-y">
        {dispute.evidence.map(({ id, filename, author, vendor_id, note, created_at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <Text size="small" weight="plus" className="break-all">
                {filename}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {[
                  named("cases.authors", author),
                  vendor_id && shopName(vendor_id),
                  format.moment(created_at),
                  note,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            </div>
            <ActionButton
              run={() =>
                download("GET /admin/disputes/:id/evidence/:file_id", {
                  params: { id: dispute.id, file_id: id },
                })
              }
            >
              {t("shops.open")}
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
