import { Badge } from "@medusajs/ui"
import { useSyncExternalStore } from "react"
import { useText } from "../../lib/text"

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener)
  window.addEventListener("offline", listener)

  return () => {
    window.removeEventListener("online", listener)
    window.removeEventListener("offline", listener)
  }
}

/** Says that the connection is lost, for as long as it is. */
export function Connection() {
  const { t } = useText()
  const is_online = useSyncExternalStore(subscribe, () => navigator.onLine)

  return (
    <span role="status">
      {!is_online && (
        <Badge size="2xsmall" color="red">
          {t("frame.offline")}
        </Badge>
      )}
    </span>
  )
}
