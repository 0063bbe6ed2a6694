import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../lib/route-access"
import { sealBankAccount } from "../../../workflows/vendor-onboarding/bank-number"
import { checkBankAccountWorkflow } from "../../../workflows/vendor-onboarding/workflows/check-bank-account"
import { setBankAccountWorkflow } from "../../../workflows/vendor-onboarding/workflows/set-bank-account"
import { boundVendorId, vendorContext } from "../context"
import { retrieveBankAccount } from "./helpers"
import type { VendorSetBankAccountType } from "./validators"

export const ACCESS = {
  GET: vendor("bank-accounts:read"),
  POST: vendor("bank-accounts:write", { step_up: true, while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ bank_account: await retrieveBankAccount(req) })
}

export const POST = async (req: MedusaRequest<VendorSetBankAccountType>, res: MedusaResponse) => {
  const vendor_id = boundVendorId(req)
  const account = sealBankAccount(req.validatedBody, vendorContext(req).actor.id)
  await setBankAccountWorkflow(req.scope).run({ input: { vendor_id, account } })
  await checkBankAccountWorkflow(req.scope).run({ input: { vendor_id } })

  res.json({ bank_account: await retrieveBankAccount(req) })
}
