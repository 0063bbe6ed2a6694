import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { groupOf, REFRESH_MS, type TaskGroup } from "./tasks"

/** What does not run as it should. */
export function useOperationTasks(): TaskGroup {
  const { t, named, format } = useText()
  const may = useMayAsStaff()
  const query = useAnswer(
    "GET /admin/operations",
    {},
    { enabled: may("ledger:read"), refetch_ms: REFRESH_MS }
  )
  const state = query.data?.operations
  const late = state?.jobs.filter(({ is_late }) => is_late) ?? []
  const inbox = state?.webhook_inbox.given_up ?? 0
  const differences = state?.reconciliation.open_lines ?? 0
  const shortfalls = state?.payout_shortfalls ?? []
  const money = shortfalls.map(({ amount, currency_code }) => format.money(amount, currency_code))
  const operations = "/marketplace/operations"

  return groupOf(
    [query],
    [
      {
        key: "shortfalls",
        count: shortfalls.length,
        text: t("landing.shortfall", { amount: money.join(", ") }),
        to: "/marketplace/finance/payouts?state=ready",
        is_urgent: true,
      },
      {
        key: "jobs",
        count: late.length,
        text: t("landing.jobs", { count: late.length }),
        hint: late.map(({ name }) => named("operations.job_names", name.replaceAll("-", "_"))).join(", "),
        to: operations,
        is_urgent: true,
      },
      {
        key: "inbox",
        count: inbox,
        text: t("landing.inbox", { count: inbox }),
        to: `${operations}?state=dead`,
      },
      {
        key: "differences",
        count: differences,
        text: t("landing.differences", { count: differences }),
        to: "/marketplace/finance/reconciliation",
      },
    ]
  )
}
