import { loadEnv } from "./env"

const MINUTES = "15"

/** The message with the link to a new password: to the storefront for buyers, to the dashboard for everybody else. */
export function recoveryMessage(recovery: { entity_id: string; actor_type: string; token: string }) {
  const { entity_id, actor_type, token } = recovery
  const { STOREFRONT_URL, BACKEND_URL } = loadEnv()
  const page =
    actor_type === "customer"
      ? `${STOREFRONT_URL.replace(/\/+$/, "")}/reset-password`
      : `${BACKEND_URL}/app/reset-password`
  const url = `${page}?${new URLSearchParams({ token, email: entity_id })}`

  return {
    channel: "email" as const,
    to: entity_id,
    template: "password_reset_link" as const,
    data: { url, minutes: MINUTES },
  }
}
