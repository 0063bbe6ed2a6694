import Bowser from "bowser"

/** `Firefox 128.0 on Android 14`, or what can be told; null for a client that says nothing a person would know. */
export function deviceName(userAgent: string | null | undefined): string | null {
  if (!userAgent?.trim()) {
    return null
  }
  const { browser, os } = Bowser.parse(userAgent)
  const named = [browser, os].map(({ name, version }) =>
    name ? [name, version].filter(Boolean).join(" ") : ""
  )

  return named.filter(Boolean).join(" on ") || null
}
