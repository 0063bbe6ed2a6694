import type GatewayModuleService from "../service"

export function describeDatabase(service: GatewayModuleService): void {
  describe("the database", () => {
    const row = {
      gateway: "paystack",
      reference: "mkt-raw",
      session_id: "payses_raw",
      amount_minor: "100",
      currency_code: "ngn",
      email: "ada@example.com",
      state: "open",
      next_check_at: new Date(),
    }

    it("takes a valid transaction", async () => {
      expect(await service.createGatewayTransactions(row)).toMatchObject({ reference: "mkt-raw" })
    })

    it.each([
      ["no amount", { amount_minor: "0" }],
      ["a part of a unit", { amount_minor: "1.5" }],
      ["an unknown state", { state: "settled" }],
      ["a payment without an amount", { state: "paid" }],
    ])("refuses a transaction with %s", async (_, over) => {
      await expect(service.createGatewayTransactions({ ...row, ...over })).rejects.toThrow(
        /constraint|check/i
      )
    })
  })
}
