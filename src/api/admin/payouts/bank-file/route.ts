import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { readBankFile } from "../../../../workflows/payout/bank-file-lines"
import { takeBankFileWorkflow } from "../../../../workflows/payout/workflows/take-bank-file"
import { sendCsv } from "../../../send-csv"
import type { AdminTakeBankFileType } from "../validators"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

const COLUMNS = [
  "reference",
  "amount",
  "currency_code",
  "bank_code",
  "account_number",
  "account_name",
] as const

export const POST = async (req: MedusaRequest<AdminTakeBankFileType>, _: MedusaResponse) => {
  const { currency_code } = req.validatedBody
  const { result } = await takeBankFileWorkflow(req.scope).run({ input: req.validatedBody })

  await sendCsv(req, {
    name: `${result.batch}.csv`,
    columns: COLUMNS,
    rows: readBankFile(req.scope, { batch: result.batch, currency_code }),
  })
}
