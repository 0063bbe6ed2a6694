import type { CodePurpose } from "../types"

export const now = new Date("2026-11-25T10:00:00Z")
export const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

export const PHONE = "+2348031234567"
export const OWNER = "203.0.113.7"
export const STRANGER = "198.51.100.9"
export const signIn = { purpose: "sign_in" as CodePurpose, subject: "", destination: PHONE, asker: OWNER }
export const sms = { ...signIn, channel: "sms" as const, now }
export const options = {
  secret: "s".repeat(32),
  sms: { countries: ["NG", "KE"], hourly_limit: 30, daily_limit: 40, country_daily_limit: 35 },
}

/** Another number of the same country for each index. */
export const phone = (index: number) => `+23480312${String(10_000 + index)}`

export const wrongOf = (code: string, index = 0) =>
  String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0")
