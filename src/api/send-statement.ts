import type { MedusaRequest } from "@medusajs/framework/http"
import { VENDOR_MODULE } from "../modules/vendor"
import type VendorModuleService from "../modules/vendor/service"
import { statementPage } from "../workflows/ledger/statement-page"
import { readStatement, readStatementRows } from "../workflows/ledger/vendor-statement"
import { sendCsv } from "./send-csv"
import { sendPage } from "./send-page"

type Of = { vendor_id: string; period: string }

const COLUMNS = ["id", "date", "kind", "balance", "amount", "currency_code", "order_number"] as const

/** A month of a shop as a CSV file: the balances it opens with, every line, the balances it closes with. */
export function sendStatementFile(req: MedusaRequest, of: Of): Promise<void> {
  return sendCsv(req, {
    name: `statement-${of.period}.csv`,
    columns: COLUMNS,
    rows: readStatementRows(req.scope, of),
  })
}

/** The same month in sums, as a page to print. */
export async function sendStatementPage(req: MedusaRequest, of: Of): Promise<void> {
  const vendors = req.scope.resolve<VendorModuleService>(VENDOR_MODULE)
  const { name } = await vendors.retrieveVendor(of.vendor_id, { select: ["id", "name"] })
  sendPage(req, statementPage(name, await readStatement(req.scope, of)))
}
