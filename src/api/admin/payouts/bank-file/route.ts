import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { readBankFile } from "../../../../workflows/payout/bank-file-lines"
import { listWaitingForBank } from "../../../../workflows/payout/waiting-for-bank"
import { takeBankFileWorkflow } from "../../../../workflows/payout/workflows/take-bank-file"
import { sendCsv } from "../../../send-csv"
import type { AdminTakeBankFileType } from "../validators"

export const ACCESS = {
  GET: staff("payouts:read"),
  POST: staff("payouts:approve", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listWaitingForBank(req.scope))
}

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
