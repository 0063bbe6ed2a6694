import { callAs } from "../../lib/api/client"
import { confirmLink } from "../../lib/api/sign-in"

/** What somebody came to the door for. `token` is the one of the link that they opened. */
export type Purpose =
  | { kind: "shop" }
  | { kind: "verify"; token: string }
  | { kind: "vendor_invitation"; token: string }
  | { kind: "staff_invitation"; token: string }

export type LinkPurpose = Exclude<Purpose, { kind: "shop" }>

const KINDS: Record<string, LinkPurpose["kind"]> = {
  "/verify-email": "verify",
  "/vendor-invitation": "vendor_invitation",
  "/staff-invitation": "staff_invitation",
}

type Place = { pathname?: string; search?: string }

/** What a link in a mail is for; null for every other page. */
export function purposeOf({ pathname = "", search = "" }: Place): LinkPurpose | null {
  const kind = KINDS[pathname]
  const token = new URLSearchParams(search).get("token")

  return kind && token ? { kind, token } : null
}

/** Does what the link is for, as the login that the token is of. */
export function fulfil({ kind, token: link }: LinkPurpose, token: string): Promise<unknown> {
  switch (kind) {
    case "verify":
      return confirmLink(link, token)
    case "vendor_invitation":
      return callAs(token, "POST /vendor/invitations/accept", { body: { token: link } })
    case "staff_invitation":
      return callAs(token, "POST /auth/staff-invitations/accept", { body: { token: link } })
  }
}

export const HOMES: Record<Purpose["kind"], string> = {
  shop: "/vendor/onboarding",
  verify: "/vendor/home",
  vendor_invitation: "/vendor/home",
  staff_invitation: "/marketplace",
}

/** A login without an account has an empty actor in its tokens. */
export function hasAccount(token: string): boolean {
  const [, payload = ""] = token.split(".")
  const { actor_id } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")))

  return Boolean(actor_id)
}
