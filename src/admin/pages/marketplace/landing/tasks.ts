import type { UseQueryResult } from "@tanstack/react-query"
import type { Task } from "../../../components/task-list"
import type { ApiError } from "../../../lib/api/api-error"

export type TaskGroup = { tasks: Task[]; is_loading: boolean; error: ApiError | null }

type Asked = Pick<UseQueryResult<unknown, ApiError>, "isLoading" | "error">

/** While the page is open it is asked again, so that what is new is seen. */
export const REFRESH_MS = 60_000

/** One that waits for nothing is left out. */
export const groupOf = (queries: Asked[], tasks: (Task & { count: number })[]): TaskGroup => ({
  tasks: tasks.filter(({ count }) => count > 0),
  is_loading: queries.some(({ isLoading }) => isLoading),
  error: queries.find(({ error }) => error)?.error ?? null,
})
