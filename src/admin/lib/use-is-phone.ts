import { useSyncExternalStore } from "react"

const query = () => window.matchMedia("(max-width: 767px)")

function subscribe(listener: () => void): () => void {
  const list = query()
  list.addEventListener("change", listener)

  return () => list.removeEventListener("change", listener)
}

/** Whether a table has no room. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
