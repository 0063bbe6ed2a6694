import type { SandboxTransaction } from "./state"

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** Hundredths of the major unit, as both gateways' amounts are kept here. */
export const money = (amount: number, currency: string) =>
  `${currency} ${(amount / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f4f6f8;color:#1c2733;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border-radius:14px;box-shadow:0 6px 30px #0002;padding:2rem;width:min(22rem,88vw)}
h1{font-size:1rem;margin:0;color:#5b6b7b;font-weight:500}.amount{font-size:2rem;font-weight:650;margin:.2rem 0 1rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem;margin:0 0 1.5rem;color:#5b6b7b;font-size:.875rem}dd{margin:0;overflow-wrap:anywhere;color:#1c2733}
form{margin:.5rem 0}button{width:100%;padding:.75rem;border-radius:9px;border:1px solid #ccd5de;background:#fff;font:inherit;cursor:pointer}
button.pay{background:#0a7d4b;border-color:#0a7d4b;color:#fff;font-weight:600}.note{font-size:.75rem;color:#5b6b7b;margin:1.25rem 0 0}`

type Button = { action: string; label: string; style?: "pay" }

export type PageView = {
  gateway: string
  /** Where the page is; each button posts to an address below it. */
  path: string
  amount: string
  email: string
  reference: string
  /** What has become of the payment so far. */
  said: string
  buttons: Button[]
}

/** A hosted payment page: plain forms, no script, no card number. */
export function hostedPage({ gateway, path, amount, email, reference, said, buttons }: PageView): string {
  const forms = buttons.map(
    ({ action, label, style = "" }) =>
      `<form method="post" action="${escapeHtml(path)}/${action}"><button class="${style}">${label}</button></form>`
  )

  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Payment sandbox</title><style>${STYLE}</style></head>
<body><main>
<h1>Payment sandbox</h1>
<p class="amount">${escapeHtml(amount)}</p>
<dl><dt>Buyer</dt><dd>${escapeHtml(email)}</dd><dt>Reference</dt><dd>${escapeHtml(reference)}</dd></dl>
${said ? `<p role="status">${said}</p>` : ""}
${forms.join("\n")}
<p class="note">A local stand-in for ${gateway}. No money moves and no card is asked for.</p>
</main></body></html>`
}

const BUTTONS: Button[] = [
  { action: "pay", label: "Pay", style: "pay" },
  { action: "decline", label: "Decline" },
  { action: "abandon", label: "Abandon" },
]

const STATUS: Record<SandboxTransaction["status"], string> = {
  success: "This payment is complete.",
  failed: "The card was declined. You may try again.",
  abandoned: "",
}

/** Paystack's page. */
export function paymentPage(transaction: SandboxTransaction): string {
  const { access_code, reference, email, status } = transaction

  return hostedPage({
    gateway: "Paystack",
    path: `/checkout/${access_code}`,
    amount: money(transaction.requested_amount, transaction.currency),
    email,
    reference,
    said: STATUS[status],
    buttons: status === "success" ? [] : BUTTONS,
  })
}

const PAGE_ACTIONS = ["pay", "decline", "abandon"] as const

export type PageAction = (typeof PAGE_ACTIONS)[number]

export const isAction = (name: string | undefined): name is PageAction =>
  (PAGE_ACTIONS as readonly (string | undefined)[]).includes(name)
