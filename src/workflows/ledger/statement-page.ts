import { day, escaped, printedPage, rowsIn, table, words } from "../../lib/printed-page"
import type { StatementOfMonth, StatementView } from "./vendor-statement"

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
  ["item_tax_by_shop", "Tax on what was sold, to be paid to the tax office by the shop"],
  ["item_tax_by_platform", "Tax on what was sold, which the platform pays to the tax office"],
  ["item_tax_kept", "Kept by the platform, to pay that tax"],
  ["paid_by_platform", "Paid by the platform for its discounts"],
  ["commission", "Commission"],
  ["commission_tax", "Tax on the commission"],
  ["withheld", "Commission kept for the tax office"],
]

/** One month of a shop as a page of its own, ready to be printed. All text that people wrote is escaped. */
export function statementPage(shop: string, month: StatementOfMonth): string {
  const parts = month.statements.map((statement) => currencyPart(statement)).join("")
  const last = new Date(month.before.getTime() - 1)

  return printedPage(
    `Statement ${month.period}, ${shop}`,
    `<h1>${escaped(shop)}</h1>
<p>Statement of ${day(month.from)} to ${day(last)} (UTC)${month.is_final ? "" : ". The month is not over: figures may still change."}</p>
${parts || "<p>Nothing was sold or paid up to this month.</p>"}`
  )
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

const isSomething = (amount = "") => /[1-9]/.test(amount)
