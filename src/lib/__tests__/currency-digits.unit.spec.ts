import { defaultCurrencies } from "@medusajs/framework/utils"
import { digitsOfCurrency } from "../currency-digits"
import { decimalDigits } from "../money"

it("counts the digits of every currency as the server's amounts do", () => {
  const codes = Object.keys(defaultCurrencies)
  expect(codes.length).toBeGreaterThan(100)
  for (const code of [...codes, "xxx"]) {
    expect([code, digitsOfCurrency(code)]).toEqual([code, decimalDigits(code)])
  }
  expect(["ngn", "XOF", "TZS", "MUR", "TND"].map(digitsOfCurrency)).toEqual([2, 0, 0, 0, 3])
})
