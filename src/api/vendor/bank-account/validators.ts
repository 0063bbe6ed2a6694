import { defaultCurrencies } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { bankAccountFields, quietText } from "../../../lib/bank-account-fields"
import { ACCOUNT_KINDS } from "../../../lib/mobile-money"

export const VendorSetBankAccount = z.strictObject({
  kind: quietText("kind", 20)
    .pipe(z.enum(ACCOUNT_KINDS, "kind must be bank or mobile_money"))
    .default("bank"),
  ...bankAccountFields,
  currency_code: quietText("currency_code", 10)
    .transform((code) => code.trim().toLowerCase())
    .refine(
      (code) => Object.hasOwn(defaultCurrencies, code.toUpperCase()),
      "currency_code must be the code of a currency, like ngn"
    ),
})
export type VendorSetBankAccountType = z.infer<typeof VendorSetBankAccount>
