import { z } from "@medusajs/framework/zod"
import { line } from "./shop-profile"

/** Medusa's answer to a value of a wrong type repeats the value, which here may be a number that nobody should read. */
export const quietText = (name: string, most: number) =>
  z.custom<string>(
    (value) => typeof value === "string" && value.length <= most,
    `${name} must be a text of at most ${most} characters`
  )

/**
 * Only what cannot be read at all is refused here, in words that repeat nothing of it; whether number and bank fit
 * is the domain's question.
 */
export const bankAccountFields = {
  bank_code: quietText("bank_code", 40)
    .transform((code) => code.trim().toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{2,20}$/, "bank_code must be the code of a bank")),
  account_number: quietText("account_number", 60)
    .transform((number) => number.replace(/[\s-]|^\+/g, "").toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{5,34}$/, "account_number must be an account number")),
  account_name: quietText("account_name", 480).pipe(line(120)),
}
