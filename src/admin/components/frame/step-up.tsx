import { lazy, Suspense, useSyncExternalStore } from "react"
import { answerFactor, isFactorWanted, onFactorWanted } from "../../lib/api/second-factor"

/** Its fields and checks are fetched when somebody is asked for the first time. */
const Drawer = lazy(() => import("../step-up"))

/** Asks for the second factor when a request waits for it; the request then goes on as it was. */
export function StepUp() {
  const is_wanted = useSyncExternalStore(onFactorWanted, isFactorWanted)

  return is_wanted ? (
    <Suspense>
      <Drawer onShown={() => answerFactor(true)} onClose={() => answerFactor(false)} />
    </Suspense>
  ) : null
}
