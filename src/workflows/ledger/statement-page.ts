import { createHash } from "node:crypto"
import { decimalDigits } from "../../lib/money"
import type { StatementOfMonth, StatementView } from "./vendor-statement"

const STYLE = `
body { font: 14px/1.5 system-ui, sans-serif; color: #111; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
p { margin: .25rem 0 } table { border-collapse: collapse; width: 100% }
th, td { padding: .3rem .5rem; border-bottom: 1px solid #ddd; text-align: left }
td + td, th + th { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tr.sum td { font-weight: 600; border-bottom: 2px solid #111 }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }
`

export const STATEMENT_STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`

const BALANCES: Record<string, string> = {
  pending: "Held until its time has come",
  available: "May be paid out",
  reserved: "Kept back as reserve",
  receivable: "Owed by the shop",
  split: "To be paid by the gateway itself",
  deposit: "Deposited by the shop",
  cash: "Collected at the door and kept by the shop",
  disputed: "Held while a dispute is open",
  in_transit: "On its way to the bank",
  total: "All together",
}

const SOLD: [keyof StatementView["sold"] & string, string][] = [
  ["items", "Goods at full price"],
  ["delivery", "Delivery"],
  ["discount_of_shop", "Discounts given by the shop"],
  ["discount_of_platform", "Discounts given by the platform"],
  ["item_tax", "Tax on what was sold, to be paid to the tax office by the shop"],
  ["paid_by_platform", "Paid by the platform for its discounts"],
  ["commission", "Commission"],
  ["commission_tax", "Tax on the commission"],
  ["withheld", "Commission kept for the tax office"],
]

/** One month of a shop as a page of its own, ready to be printed. All text that people wrote is escaped. */
export function statementPage(shop: string, month: StatementOfMonth): string {
  const parts = month.statements.map((statement) => currencyPart(statement)).join("")
  const last = new Date(month.before.getTime() - 1)

  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Statement ${month.period}, ${escaped(shop)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(shop)}</h1>
<p>Statement of ${day(month.from)} to ${day(last)} (UTC)${month.is_final ? "" : ". The month is not over: figures may still change."}</p>
${parts || "<p>Nothing was sold or paid up to this month.</p>"}
</body></html>`
}

function currencyPart({ currency_code, opening, closing, movements, sold }: StatementView): string {
  const code = currency_code.toUpperCase()
  const row = rowsIn(currency_code)
  const balances = Object.keys(closing).filter(
    (name) => name === "total" || [opening[name], closing[name]].some(isSomething)
  )
  const rows = balances.map((name) =>
    row([BALANCES[name] ?? name, opening[name] ?? "0", closing[name] ?? "0"], name === "total")
  )
  const soldRows = SOLD.filter(([name]) => isSomething(String(sold[name]))).map(([name, title]) =>
    row([title, String(sold[name])])
  )

  return `<h2>Balances in ${code}</h2>${table(["", "At the beginning", "At the end"], rows)}
<h2>Sold in ${code}: ${sold.orders} ${sold.orders === 1 ? "order" : "orders"}</h2>
${table(["", "Amount"], [...soldRows, row(["Brought to the balances", sold.net], true)])}
<h2>What moved, in ${code}</h2>
${table(
  ["Kind and balance", "Amount"],
  movements.map(({ kind, balance, amount }) => row([`${words(kind)}, ${words(balance)}`, amount]))
)}`
}

const table = (heads: string[], rows: string[]) =>
  `<table><thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`

const rowsIn =
  (currencyCode: string) =>
  ([title = "", ...amounts]: string[], isSum = false) =>
    `<tr${isSum ? ' class="sum"' : ""}><td>${escaped(title)}</td>${amounts
      .map((amount) => `<td>${printed(amount, currencyCode)}</td>`)
      .join("")}</tr>`

const isSomething = (amount = "") => /[1-9]/.test(amount)

const words = (name: string) => name.replaceAll("_", " ")

const day = (date: Date) => date.toISOString().slice(0, 10)

/** `-1234567.5` as `-1,234,567.50`: on the text, so that no digit is lost. */
function printed(amount: string, currencyCode: string): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  const digits = decimalDigits(currencyCode)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")

  return digits === 0 ? grouped : `${grouped}.${fraction.padEnd(digits, "0")}`
}

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
