import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import type { ApiError } from "../lib/api/api-error"
import { ErrorState, LoadingState } from "./states"

type Props<Data> = {
  query: UseQueryResult<Data, ApiError>
  rows?: number
  children: (data: Data) => ReactNode
}

/** What a query brought, or that it is on its way, or why it did not come. Old data stay on the page when a new try fails. */
export function Loaded<Data>({ query, rows, children }: Props<Data>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }

  return query.isError ? (
    <ErrorState error={query.error} onRetry={() => query.refetch()} />
  ) : (
    <LoadingState rows={rows} />
  )
}
