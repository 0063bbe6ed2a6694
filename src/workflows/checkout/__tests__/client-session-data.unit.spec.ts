import { clientSessionData } from "../client-session-data"

describe("clientSessionData", () => {
  it("lets nothing through to a session of our gateways but the e-mail and the callback", () => {
    const sent = {
      email: "ada@example.com",
      callback_url: "https://shop.example/paid",
      reference: "mkt-chosen",
      amount: 1,
      subaccount: "ACCT_x",
      card: { number: "4084084084084081" },
    }

    expect(clientSessionData("paystack", sent)).toEqual({
      email: "ada@example.com",
      callback_url: "https://shop.example/paid",
    })
    expect(clientSessionData("paystack", undefined)).toEqual({})
  })

  it("leaves what is for another provider to that provider", () => {
    expect(clientSessionData(null, { setup: true })).toEqual({ setup: true })
  })
})
