import { z } from "@medusajs/framework/zod"
import type { MessageTemplate } from "../../lib/messages"

export const OneTimeCodeOptions = z.object({
  secret: z.string().min(32),
  sms: z.object({
    countries: z.array(z.string()),
    hourly_limit: z.number().int(),
    daily_limit: z.number().int(),
    country_daily_limit: z.number().int(),
  }),
})

/** What a code is for, and the message that carries it. */
export const PURPOSES = {
  sign_in: "sign_in_code",
  phone_change: "phone_change_code",
  verification: "verification_code",
  second_factor: "second_factor_code",
  factor_setup: "second_factor_code",
} as const satisfies Record<string, MessageTemplate>

export type CodePurpose = keyof typeof PURPOSES

export type CodeKey = {
  purpose: CodePurpose
  subject: string
  /** E.164 or a normalised e-mail address. */
  destination: string
}

/** The purposes whose codes anybody may ask for; all others are of a login that asks for itself. */
export const isOpenToAll = (purpose: CodePurpose): boolean => purpose === "sign_in"

export type CodeChannel = "email" | "sms"

export type Asking = {
  destination: string
  /** Who asks or shows: the id of a login, or for a sign-in the network address. */
  asker: string
  now?: Date
}

export type CountMessageInput = Asking & { channel: CodeChannel; purpose: CodePurpose }

export type IssueCodeInput = CodeKey & Asking & { channel: CodeChannel }

export type IssuedCode = { code: string; expires_at: Date }

export type SentCode = { sent_to: string; expires_at: Date; resend_after_seconds: number }

export type TryCodeInput = CodeKey & Asking & { code: string }

/** Who asked, as it is kept. */
export type Pair = { destination: string; asker_hash: string }

/** A code that was right, and is still to be used up. */
export type RightCode = Pair & { id: string; seed: string }

export type FactorTry = { is_allowed: true } | { is_allowed: false; retry_after_seconds: number }
