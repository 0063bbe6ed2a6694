import { Section } from "../../../components/page"
import { EmptyState } from "../../../components/states"
import { type Task, TaskList } from "../../../components/task-list"
import type { Answer } from "../../../lib/api/client"
import { type Texts, useText } from "../../../lib/text"

type HomeOf = Answer<"GET /vendor/home">["home"]
type ToDo = HomeOf["to_do"]

/** What waits for the shop, what presses first; each leads to where it is done. */
export function ToDoSection({ to_do, performance }: Pick<HomeOf, "to_do" | "performance">) {
  const texts = useText()
  const { t, named } = texts
  const tasks = [...tasksOf(to_do, texts), ...standing(performance, named)]

  return (
    <Section title={t("home.to_do")} className="divide-y">
      {!tasks.length && <EmptyState title={t("home.all_done")} hint={t("home.all_done_hint")} />}
      {tasks.length > 0 && <TaskList tasks={tasks} />}
    </Section>
  )
}

const tasksOf = (to_do: ToDo, texts: Texts): Task[] => [
  ...pressing(to_do, texts),
  ...counted(to_do, texts),
  ...held(to_do, texts),
]

const pressing = ({ orders }: ToDo, { t, format }: Texts): Task[] =>
  (orders?.pressing ?? []).map(({ id, display_number, due_at, is_late }) => ({
    key: `pressing ${id}`,
    text: t(is_late ? "home.late" : "home.late_soon", {
      number: `#${display_number}`,
      when: format.ago(due_at),
    }),
    to: `/vendor/orders/${id}`,
    is_urgent: is_late,
  }))

function counted(
  { orders, returns, disputes, low_stock, products_rejected, checklist }: ToDo,
  texts: Texts
): Task[] {
  const { t, format } = texts
  const due = (count: number | undefined, moment: string | null | undefined) =>
    moment ? t("home.due", { count: count ?? 0, when: format.moment(moment) }) : undefined
  const tasks: (Task & { count: number })[] = [
    task("checklist", checklist?.missing.length, "/vendor/onboarding"),
    task("to_confirm", orders?.to_confirm, "/vendor/orders?status=pending&order=created_at"),
    task("to_ship", orders?.to_ship, "/vendor/orders?status=confirmed&order=created_at"),
    {
      ...task("disputes", disputes?.count, "/vendor/disputes"),
      hint: due(disputes?.count, disputes?.next[0]?.due_at),
    },
    {
      ...task("returns_to_decide", returns?.to_decide, "/vendor/returns"),
      hint: due(returns?.to_decide, returns?.next_due_at),
    },
    task("returns_to_receive", returns?.to_receive, "/vendor/returns"),
    {
      ...task("low_stock", low_stock?.count, "/vendor/inventory?is_low=true"),
      hint: low_stock?.items.map(({ title }) => title).join(", "),
    },
    task("products_rejected", products_rejected, "/vendor/products?status=rejected"),
  ]

  function task(name: Counted, count: number | null | undefined, to: string): Task & { count: number } {
    return { key: name, count: count ?? 0, text: t(`home.${name}`, { count: count ?? 0 }), to }
  }

  return tasks.filter(({ count }) => count > 0)
}

type Counted =
  | "checklist"
  | "to_confirm"
  | "to_ship"
  | "disputes"
  | "returns_to_decide"
  | "returns_to_receive"
  | "low_stock"
  | "products_rejected"

const held = ({ payouts }: ToDo, { t, format }: Texts): Task[] =>
  (payouts?.held ?? []).map(({ currency_code, amount, reason_code }) => ({
    key: `held ${currency_code} ${reason_code}`,
    text: amount
      ? t("home.payout_held", { amount: format.money(amount, currency_code) })
      : t("home.payout_waits", { currency: currency_code.toUpperCase() }),
    hint: t(`shop_money.obstacles.${reason_code}`),
    to: "/vendor/finance",
  }))

const standing = (performance: HomeOf["performance"], named: Texts["named"]): Task[] =>
  performance && ["warn", "limit"].includes(performance.state)
    ? [
        {
          key: "performance",
          text: named("home.performance_state", performance.state),
          to: "/vendor/performance",
          is_urgent: performance.state === "limit",
        },
      ]
    : []
