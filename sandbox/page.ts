import type { SandboxTransaction } from "./state"

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

const money = (amount: number, currency: string) =>
  `${currency} ${(amount / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f4f6f8;color:#1c2733;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border-radius:14px;box-shadow:0 6px 30px #0002;padding:2rem;width:min(22rem,88vw)}
h1{font-size:1rem;margin:0;color:#5b6b7b;font-weight:500}.amount{font-size:2rem;font-weight:650;margin:.2rem 0 1rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem;margin:0 0 1.5rem;color:#5b6b7b;font-size:.875rem}dd{margin:0;overflow-wrap:anywhere;color:#1c2733}
form{margin:.5rem 0}button{width:100%;padding:.75rem;border-radius:9px;border:1px solid #ccd5de;background:#fff;font:inherit;cursor:pointer}
button.pay{background:#0a7d4b;border-color:#0a7d4b;color:#fff;font-weight:600}.note{font-size:.75rem;color:#5b6b7b;margin:1.25rem 0 0}`

const BUTTONS = [
  { action: "pay", label: "Pay", style: "pay" },
  { action: "decline", label: "Decline", style: "" },
  { action: "abandon", label: "Abandon", style: "" },
]

const STATUS: Record<SandboxTransaction["status"], string> = {
  success: "This payment is complete.",
  failed: "The card was declined. You may try again.",
  abandoned: "",
}

/** The hosted payment page: plain forms, no script, no card number. */
export function paymentPage(transaction: SandboxTransaction): string {
  const { access_code, reference, email, status } = transaction
  const buttons =
    status === "success"
      ? ""
      : BUTTONS.map(
          ({ action, label, style }) =>
            `<form method="post" action="/checkout/${escapeHtml(access_code)}/${action}"><button class="${style}">${label}</button></form>`
        ).join("\n")

  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Payment sandbox</title><style>${STYLE}</style></head>
<body><main>
<h1>Payment sandbox</h1>
<p class="amount">${escapeHtml(money(transaction.requested_amount, transaction.currency))}</p>
<dl><dt>Buyer</dt><dd>${escapeHtml(email)}</dd><dt>Reference</dt><dd>${escapeHtml(reference)}</dd></dl>
${STATUS[status] ? `<p role="status">${STATUS[status]}</p>` : ""}
${buttons}
<p class="note">A local stand-in for Paystack. No money moves and no card is asked for.</p>
</main></body></html>`
}
