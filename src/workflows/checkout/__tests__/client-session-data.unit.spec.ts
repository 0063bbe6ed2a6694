import { clientSessionData } from "../client-session-data"

describe("clientSessionData", () => {
  it("lets nothing through to Paystack's session but the e-mail and the callback", () => {
    const sent = {
      email: "ada@example.com",
      callback_url: "https://shop.example/paid",
      reference: "mkt-chosen",
      amount: 1,
      subaccount: "ACCT_x",
      card: { number: "4084084084084081" },
    }

    expect(clientSessionData("pp_paystack_paystack", sent)).toEqual({
      email: "ada@example.com",
      callback_url: "https://shop.example/paid",
    })
    expect(clientSessionData("pp_paystack_paystack", undefined)).toEqual({})
  })

  it("leaves what is for another provider to that provider", () => {
    expect(clientSessionData("pp_stripe_stripe", { setup: true })).toEqual({ setup: true })
  })
})
