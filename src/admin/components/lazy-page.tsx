import { type ComponentType, lazy, Suspense } from "react"
import { ErrorBoundary } from "./error-boundary"
import { LoadingState } from "./states"

/** A page in a file of its own, that is fetched when it is opened: no page pays for another. Called once, where the route is. */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): () => JSX.Element {
  const Page = lazy(load)

  return () => (
    <ErrorBoundary>
      <Suspense fallback={<LoadingState />}>
        <Page />
      </Suspense>
    </ErrorBoundary>
  )
}
