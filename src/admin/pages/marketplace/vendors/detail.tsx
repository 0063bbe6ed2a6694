import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { BooksSection } from "./books-section"
import { ChecklistSection } from "./checklist-section"
import { DocumentsSection } from "./documents-section"
import { HistorySection } from "./history-section"
import { MembersSection } from "./members-section"
import { PerformanceSection } from "./performance-section"
import { ProfileSection } from "./profile-section"
import { ShopActions } from "./shop-actions"
import { TermsSections } from "./terms-section"

export default function ShopDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const may = useMayAsStaff()
  const query = useAnswer("GET /admin/vendors/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ vendor: shop }) => (
        <Page
          title={shop.name}
          aside={<StatusBadge of="shop" status={shop.status} />}
          hint={t("shops.applied_on", { when: format.date(shop.created_at) })}
          back="/marketplace/vendors"
          actions={<ShopActions shop={shop} />}
        >
          <TwoColumns
            main={
              <>
                <ChecklistSection shop={shop} />
                <DocumentsSection shop={shop} />
                <MembersSection shop={shop} />
                <HistorySection shop={shop} />
              </>
            }
            side={
              <>
                <ProfileSection shop={shop} />
                <PerformanceSection vendor_id={shop.id} />
                {may("ledger:read") && <BooksSection vendor_id={shop.id} />}
                {may("payouts:read") && <TermsSections vendor_id={shop.id} />}
              </>
            }
          />
        </Page>
      )}
    </Loaded>
  )
}
