import { Page, Section } from "../../../components/page"
import { EmptyState, ErrorState, LoadingState } from "../../../components/states"
import { TaskList } from "../../../components/task-list"
import { useText } from "../../../lib/text"
import { useMoneyTasks } from "./money-tasks"
import { useOperationTasks } from "./operation-tasks"
import { useReviewTasks } from "./review-tasks"

/** What waits for the staff, of what the role may read. */
export default function Landing() {
  const { t } = useText()
  const groups = [useReviewTasks(), useMoneyTasks(), useOperationTasks()]
  const tasks = groups.flatMap((group) => group.tasks)
  const error = groups.find((group) => group.error)?.error
  const is_loading = groups.some((group) => group.is_loading)

  return (
    <Page title={t("nav.marketplace")} hint={t("landing.hint")}>
      {error && <ErrorState error={error} />}
      {is_loading && <LoadingState />}
      {!is_loading && (
        <Section title={t("home.to_do")} className="divide-y">
          {tasks.length ? <TaskList tasks={tasks} /> : <EmptyState title={t("home.all_done")} />}
        </Section>
      )}
    </Page>
  )
}
