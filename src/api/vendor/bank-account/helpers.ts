import type { MedusaRequest } from "@medusajs/framework/http"
import { currentBankAccount } from "../../../workflows/vendor-onboarding/read-onboarding"
import { bankAccountView } from "../../../workflows/vendor-onboarding/views"
import { boundVendorId } from "../context"

/** The bound shop's account as its people may see it; null while there is none. */
export const retrieveBankAccount = async (req: MedusaRequest) =>
  bankAccountView(await currentBankAccount(req.scope, boundVendorId(req)))
