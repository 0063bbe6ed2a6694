import { ApiError } from "../api/api-error"
import { type Factor, factorOf, methodsOf, withCode } from "../factor"
import { asNumber } from "../phone-text"

const factor = (provider: Factor["provider"], status: Factor["status"] = "enabled"): Factor => ({
  id: `${provider}-${status}`,
  provider,
  status,
})

describe("second factors in the dashboard", () => {
  it("finds the one that counts, and not what was begun or removed", () => {
    const factors = [factor("sms", "disabled"), factor("sms", "pending"), factor("sms")]
    expect(factorOf(factors, "sms")?.id).toBe("sms-enabled")
    expect(factorOf(factors, "sms", "pending")?.id).toBe("sms-pending")
    expect(factorOf(factors.slice(0, 2), "sms")).toBeUndefined()
  })

  it("asks first by what the question is about, then by the others, at last by a recovery code", () => {
    const factors = [factor("totp"), factor("sms", "pending"), factor("email")]
    expect(methodsOf(factors, "email")).toEqual(["email", "totp", "recovery_code"])
    expect(methodsOf(factors, "sms")).toEqual(["totp", "email", "recovery_code"])
  })

  it("says of Medusa's refusal of a code that the code is wrong, and leaves others as they are", async () => {
    const refused = (code: string) => withCode(() => Promise.reject(new ApiError(code, "No.", 400)))
    await expect(refused("not_allowed")).rejects.toMatchObject({ code: "code_invalid", status: 400 })
    await expect(refused("factor_code_used")).rejects.toMatchObject({ code: "factor_code_used" })
    await expect(withCode(() => Promise.resolve(1))).resolves.toBe(1)
  })

  it("takes from a number what only parts it", () => {
    expect(asNumber("+234 (803) 123-45.67")).toBe("+2348031234567")
  })
})
