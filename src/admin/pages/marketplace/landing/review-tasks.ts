import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { groupOf, REFRESH_MS, type TaskGroup } from "./tasks"

/** What is to be decided: shops, products, returns, disputes. */
export function useReviewTasks(): TaskGroup {
  const { t, format } = useText()
  const may = useMayAsStaff()
  const when = (enabled: boolean) => ({ enabled, refetch_ms: REFRESH_MS })
  const shops = useAnswer(
    "GET /admin/vendors",
    { query: { status: "pending", limit: 1, fields: "id" } },
    when(may("vendors:read"))
  )
  const products = useAnswer(
    "GET /admin/product-approvals",
    { query: { limit: 1 } },
    when(may("products:read"))
  )
  const disputes = useAnswer(
    "GET /admin/disputes",
    { query: { state: "open", limit: 1, order: "due_at" } },
    when(may("disputes:read"))
  )
  const returns = useAnswer(
    "GET /admin/vendor-returns",
    { query: { state: "disputed", limit: 1 } },
    when(may("returns:read"))
  )
  const next = disputes.data?.disputes[0]

  return groupOf(
    [shops, products, returns, disputes],
    [
      {
        key: "shops",
        count: shops.data?.count ?? 0,
        text: t("landing.shops", { count: shops.data?.count ?? 0 }),
        to: "/marketplace/vendors?status=pending",
      },
      {
        key: "products",
        count: products.data?.count ?? 0,
        text: t("landing.products", { count: products.data?.count ?? 0 }),
        to: "/marketplace/approvals",
      },
      {
        key: "returns",
        count: returns.data?.count ?? 0,
        text: t("landing.returns", { count: returns.data?.count ?? 0 }),
        to: "/marketplace/returns?state=disputed",
      },
      {
        key: "disputes",
        count: disputes.data?.count ?? 0,
        text: t("landing.disputes", { count: disputes.data?.count ?? 0 }),
        hint: next && t("landing.next_due", { when: format.ago(next.act_at) }),
        to: "/marketplace/disputes?state=open",
        is_urgent: next !== undefined && new Date(next.act_at).getTime() < Date.now(),
      },
    ]
  )
}
