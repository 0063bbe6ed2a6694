import { createHash } from "node:crypto"
import { decimalDigits } from "./money"

const STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; color: #111; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
p { margin: .25rem 0 } table { border-collapse: collapse; width: 100% }
th, td { padding: .3rem .5rem; border-bottom: 1px solid #ddd; text-align: left }
td + td, th + th { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tr.sum td { font-weight: 600; border-bottom: 2px solid #111 }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }
`

/** A page to print runs nothing and loads nothing: its one style is allowed by its hash. */
export const PRINTED_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; frame-ancestors 'none'`

/** A page of its own, ready to be printed. The title is escaped here; whoever makes the body escapes what is in it. */
export const printedPage = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
${body}
</body></html>`

export const table = (heads: string[], rows: string[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`

/** Rows of a title and amounts in a currency. */
export const rowsIn =
  (currencyCode: string) =>
  ([title = "", ...amounts]: string[], isSum = false): string =>
    `<tr${isSum ? ' class="sum"' : ""}><td>${escaped(title)}</td>${amounts
      .map((amount) => `<td>${printed(amount, currencyCode)}</td>`)
      .join("")}</tr>`

export const words = (name: string): string => name.replaceAll("_", " ")

export const day = (date: Date): string => date.toISOString().slice(0, 10)

/** `-1234567.5` as `-1,234,567.50`: on the text, so that no digit is lost. */
export function printed(amount: string, currencyCode: string): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  const digits = decimalDigits(currencyCode)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")

  return digits === 0 ? grouped : `${grouped}.${fraction.padEnd(digits, "0")}`
}

export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
