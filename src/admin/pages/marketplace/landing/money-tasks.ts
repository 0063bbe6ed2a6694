import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { groupOf, REFRESH_MS, type TaskGroup } from "./tasks"

const ONE = { limit: 1 }

/** What money waits for. */
export function useMoneyTasks(): TaskGroup {
  const { t, format } = useText()
  const may = useMayAsStaff()
  const payoutsToo = { enabled: may("payouts:read"), refetch_ms: REFRESH_MS }
  const booksToo = { enabled: may("ledger:read"), refetch_ms: REFRESH_MS }
  const waiting = useAnswer(
    "GET /admin/payouts",
    { query: { ...ONE, state: "awaiting_approval" } },
    payoutsToo
  )
  const stuck = useAnswer("GET /admin/payouts", { query: { ...ONE, state: "unknown" } }, payoutsToo)
  const codes = useAnswer("GET /admin/payouts", { query: { ...ONE, state: "needs_otp" } }, payoutsToo)
  const byBank = useAnswer("GET /admin/payouts/bank-file", {}, payoutsToo)
  const holds = useAnswer("GET /admin/payouts/holds", { query: { ...ONE, state: "open" } }, payoutsToo)
  const refunds = useAnswer("GET /admin/refunds", { query: ONE }, booksToo)
  const transfers = useAnswer(
    "GET /admin/bank-transfers",
    { query: { ...ONE, is_matched: "false" } },
    booksToo
  )
  const toSend = useAnswer(
    "GET /admin/bank-transfers/refunds",
    { query: { ...ONE, state: "waiting" } },
    booksToo
  )
  const queries = { waiting, stuck, codes, byBank, holds, refunds, transfers, toSend }
  const finance = "/marketplace/finance"
  const counted = (name: keyof typeof queries, text: Counted, to: string) => {
    const count = queries[name].data?.count ?? 0

    return { key: name, count, text: t(`landing.${text}`, { count }), to: `${finance}/${to}` }
  }

  return groupOf(Object.values(queries), [
    counted("waiting", "payouts", "payouts?state=awaiting_approval"),
    { ...counted("stuck", "payouts_stuck", "payouts?state=unknown"), is_urgent: true },
    { ...counted("codes", "payouts_code", "payouts?state=needs_otp"), is_urgent: true },
    {
      ...counted("byBank", "payouts_by_bank", "payouts?state=to_send"),
      hint: byBank.data?.waiting
        .map(({ amount, currency_code }) => format.money(amount, currency_code))
        .join(", "),
    },
    counted("holds", "holds", "holds?state=open"),
    counted("refunds", "refunds", "refunds"),
    counted("transfers", "transfers", "transfers?is_matched=false"),
    counted("toSend", "bank_refunds", "refunds"),
  ])
}

type Counted =
  | "payouts"
  | "payouts_stuck"
  | "payouts_code"
  | "payouts_by_bank"
  | "holds"
  | "refunds"
  | "transfers"
  | "bank_refunds"
