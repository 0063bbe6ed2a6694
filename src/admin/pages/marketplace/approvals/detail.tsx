import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Page, Section } from "../../../components/page"
import { ShopLink } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { TextLink } from "../../../components/text-link"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { ChangesSection } from "./changes-section"
import { DecisionActions } from "./decision-actions"
import { VariantsSection } from "./variants-section"

/** What has changed of a product since it was approved, and the decision on it. */
export default function ApprovalDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const may = useMayAsStaff()
  const query = useAnswer("GET /admin/product-approvals/:id/changes", { params: { id } })

  return (
    <Loaded query={query}>
      {({ product }) => (
        <Page
          title={product.title}
          aside={<StatusBadge of="product" status={product.status} />}
          hint={
            product.approved_at
              ? t("approvals.since_approval", { when: format.date(product.approved_at) })
              : t("approvals.never_approved")
          }
          back="/marketplace/approvals"
          actions={may("products:approve") && <DecisionActions product={product} />}
        >
          <Section className="txt-small flex flex-wrap gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
            <ShopLink id={product.vendor.id} name={product.vendor.name} />
            <TextLink to={`/products/${product.id}`}>{t("approvals.whole_product")}</TextLink>
          </Section>
          <ChangesSection changes={product.changes} />
          <VariantsSection changes={product.changes} />
        </Page>
      )}
    </Loaded>
  )
}
