import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { useSyncExternalStore } from "react"
import { ApiError } from "./api-error"
import { type Answer, call, type Input, type RouteKey } from "./client"
import { currentSeat, onSeatChange, type Seat } from "./seat"

export const useSeat = (): Seat => useSyncExternalStore(onSeatChange, currentSeat)

/** A question that failed for want of an answer is asked again; what the server refused is not. */
const RETRIES = 2

/** Without a connection the page says so at once: waiting for one would look like work under way, and act later unasked. */
const NETWORK_MODE = "always"

type Options = {
  enabled?: boolean
  /** Shows the last page until the next has come. */
  keeps_last?: boolean
  /** Asks again after so many milliseconds. */
  refetch_ms?: number
}

/** What a `GET` route answers, kept and shared by all who ask the same. */
export function useAnswer<Key extends RouteKey & `GET ${string}`>(
  key: Key,
  input: Input<Key>,
  options: Options = {}
): UseQueryResult<Answer<Key>, ApiError> {
  const { vendor_id, impersonation } = useSeat()

  return useQuery<Answer<Key>, ApiError>({
    queryKey: [...pathOf(key), { seat: [vendor_id, Boolean(impersonation)] }, input],
    queryFn: ({ signal }) => call(key, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetch_ms,
    placeholderData: options.keeps_last ? keepPreviousData : undefined,
    staleTime: 10_000,
    networkMode: NETWORK_MODE,
    retry: (count, error) => count < RETRIES && isWorthRetrying(error),
  })
}

const isWorthRetrying = (error: unknown) =>
  error instanceof ApiError && (error.is_unanswered || error.status >= 500)

/**
 * Something that a page does; calls of one route wait for each other. Afterwards everything under `changes` is asked again.
 * That a second click does nothing is the matter of `ActionButton` and `useSaving`.
 */
export function useAction<Key extends RouteKey>(
  key: Key,
  changes: readonly string[] = []
): UseMutationResult<Answer<Key>, ApiError, Input<Key>> {
  const invalidate = useInvalidation()

  return useMutation<Answer<Key>, ApiError, Input<Key>>({
    mutationFn: (input) => call(key, input),
    scope: { id: key },
    retry: false,
    networkMode: NETWORK_MODE,
    onSuccess: () => invalidate(changes),
  })
}

/** Asks everything under some paths again. */
export function useInvalidation(): (paths: readonly string[]) => Promise<void> {
  const client = useQueryClient()

  return async (paths) => {
    await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: pathOf(path) })))
  }
}

/**
 * For what is no longer there: everything under the path is asked anew when it is next shown, but not at once. The page of
 * the thing itself is still open, and would be told that it does not exist.
 */
export function useOutdating(): (path: string) => Promise<void> {
  const client = useQueryClient()

  return (path) => client.invalidateQueries({ queryKey: pathOf(path), refetchType: "none" })
}

/** `GET /vendor/orders/:id` as `["vendor", "orders", ":id"]`, so that a change under `/vendor/orders` reaches it. */
const pathOf = (key: string): string[] => key.replace("GET ", "").split("/").filter(Boolean)
