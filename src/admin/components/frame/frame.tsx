import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useNavigate } from "react-router-dom"
import { SIGNED_OUT } from "../../lib/api/client"
import { useSeat } from "../../lib/api/hooks"
import { takeSeat } from "../../lib/api/seat"
import { landingFor } from "../../lib/landing"
import { type Me, useMe } from "../../lib/me"
import { seatFor } from "../../lib/own-seat"
import { Connection } from "./connection"
import { ImpersonationMark } from "./impersonation-mark"
import { ShopSwitcher } from "./shop-switcher"
import { StepUp } from "./step-up"

/**
 * What Merkato adds to every page of the dashboard, whoever looks: people of shops are kept to their own pages, and shops are
 * switched. It stands in the one zone that Medusa shows everywhere.
 */
export function Frame() {
  const { data: me } = useMe()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const is_staff = Boolean(me?.staff)
  const is_member = Boolean(me?.memberships.length)
  const target = me ? landingFor(pathname, { is_staff, is_member }) : null
  useEffect(() => {
    if (target) {
      navigate(target, { replace: true })
    }
  }, [target, navigate])
  useOwnSeat(me)
  useSignIn()

  return (
    <div className="flex items-center gap-x-2" data-merkato="frame">
      {me && !is_staff && <WithoutCustomising />}
      <Connection />
      <ImpersonationMark />
      <ShopSwitcher />
      <StepUp />
    </div>
  )
}

/** Arranging the dashboard is for staff: to people of a shop the button would show what is not theirs, and save nothing. */
function WithoutCustomising() {
  const { t } = useTranslation()

  return (
    <style>{`button[aria-label=${JSON.stringify(t("layout.customizeLayout"))}] { display: none }`}</style>
  )
}

function useOwnSeat(me: Me | undefined): void {
  const { vendor_id } = useSeat()
  const wanted = me && seatFor(me, vendor_id)
  useEffect(() => {
    if (wanted !== undefined) {
      takeSeat({ vendor_id: wanted })
    }
  }, [wanted])
}

/** A session that has ended asks for a sign-in, and comes back to this page. */
function useSignIn(): void {
  const navigate = useNavigate()
  const location = useLocation()
  const client = useQueryClient()
  const { impersonation } = useSeat()
  useEffect(() => {
    const ask = (): void => {
      if (impersonation) {
        // The token has run out; the person's own session goes on.
        takeSeat({ impersonation: null, vendor_id: null })
        return
      }
      client.clear()
      navigate("/login", { replace: true, state: { from: location } })
    }
    window.addEventListener(SIGNED_OUT, ask)

    return () => window.removeEventListener(SIGNED_OUT, ask)
  }, [navigate, location, client, impersonation])
}
