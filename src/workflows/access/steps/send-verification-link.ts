import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { loadEnv } from "../../../lib/env"
import { sendMessage } from "./send-message"

export type SendVerificationLinkInput = {
  entity_id: string
  entity_type: string
  code_provider: string
  /** Missing when the address is confirmed already, and for codes, which their provider sends itself. */
  code?: string
  expires_at?: Date | string
  metadata?: { actor_type?: string } | null
}

/** Two deliveries of one event send the same link twice, which confirms the address once. */
export const sendVerificationLinkStep = createStep(
  "send-verification-link",
  async (input: SendVerificationLinkInput, { container }) => {
    const { code, code_provider, entity_type, expires_at } = input
    if (!code || !expires_at || code_provider !== "token" || entity_type !== "email") {
      return new StepResponse(undefined)
    }
    const { STOREFRONT_URL, ADMIN_URL } = loadEnv()
    const base = input.metadata?.actor_type === "user" ? ADMIN_URL : STOREFRONT_URL
    const minutes = Math.max(1, Math.round((new Date(expires_at).getTime() - Date.now()) / 60_000))
    await sendMessage(container, {
      channel: "email",
      to: input.entity_id,
      template: "email_verification_link",
      data: {
        url: `${base.replace(/\/+$/, "")}/verify-email?token=${code}`,
        minutes: String(minutes),
      },
    })

    return new StepResponse(undefined)
  }
)
