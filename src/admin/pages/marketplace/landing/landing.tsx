import { Loaded } from "../../../components/loaded"
import { Page, Section } from "../../../components/page"
import { EmptyState, ErrorState, LoadingState } from "../../../components/states"
import { TaskList } from "../../../components/task-list"
import { useMe } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { useMoneyTasks } from "./money-tasks"
import { useOperationTasks } from "./operation-tasks"
import { useReviewTasks } from "./review-tasks"

/** What waits for the staff, of what the role may read: before that is known, nothing can be said. */
export default function Landing() {
  const { t } = useText()
  const me = useMe()

  return (
    <Page title={t("nav.marketplace")} hint={t("landing.hint")}>
      <Loaded query={me}>{() => <Tasks />}</Loaded>
    </Page>
  )
}

function Tasks() {
  const { t } = useText()
  const groups = [useReviewTasks(), useMoneyTasks(), useOperationTasks()]
  const tasks = groups.flatMap((group) => group.tasks)
  const error = groups.find((group) => group.error)?.error
  const is_loading = groups.some((group) => group.is_loading)

  return (
    <>
      {error && <ErrorState error={error} />}
      {is_loading && <LoadingState />}
      {!is_loading && (tasks.length > 0 || !error) && (
        <Section title={t("home.to_do")} className="divide-y">
          {tasks.length ? <TaskList tasks={tasks} /> : <EmptyState title={t("home.all_done")} />}
        </Section>
      )}
    </>
  )
}
