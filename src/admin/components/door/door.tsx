import { Button } from "@medusajs/ui"
import { lazy, Suspense, useEffect, useState } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { useText } from "../../lib/text"
import { type Purpose, purposeOf } from "./purpose"

/** Most who sign in never need it. */
const DoorModal = lazy(() => import("./door-modal"))

/** On the sign-in page: opens a shop, and takes up the links in mails, which come here because they need a sign-in. */
export function Door() {
  const { t } = useText()
  const { state } = useLocation()
  const navigate = useNavigate()
  const linked = purposeOf(state?.from ?? {})
  const [purpose, setPurpose] = useState<Purpose | null>(linked)
  const hasLink = linked !== null
  useEffect(() => {
    if (hasLink) {
      // The token was read: it does not stay in the browser's history.
      navigate("/login", { replace: true, state: null })
    }
  }, [hasLink, navigate])

  return (
    <>
      <Button variant="secondary" className="w-full" onClick={() => setPurpose({ kind: "shop" })}>
        {t("door.open")}
      </Button>
      {purpose && (
        <Suspense>
          <DoorModal purpose={purpose} onClose={() => setPurpose(null)} />
        </Suspense>
      )}
    </>
  )
}
