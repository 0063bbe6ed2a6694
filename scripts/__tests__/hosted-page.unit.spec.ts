import { findForm } from "../lib/shop/hosted-page"

const page = `
  <form method="post" action="/checkout/abc?a=1&amp;b=2">
    <input type="hidden" name="token" value="t&quot;1">
    <button name="outcome" value="success"><b>Pay</b> NGN 100.00</button>
    <button name="outcome" value="failed">Decline</button>
  </form>
  <form method="post" action='/cancel'><button>Abandon</button></form>`

describe("findForm", () => {
  it("sends the form's fields and the pressed button", () => {
    expect(findForm(page, "Pay")).toEqual({
      action: "/checkout/abc?a=1&b=2",
      fields: { token: 't"1', outcome: "success" },
    })
  })

  it("tells forms apart by their buttons", () => {
    expect(findForm(page, "abandon")).toEqual({ action: "/cancel", fields: {} })
  })

  it("finds nothing when no button has the label", () => {
    expect(findForm(page, "Refund")).toBeUndefined()
  })
})
