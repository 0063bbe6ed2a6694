import { VendorShipFulfilment } from "../../api/vendor/orders/validators"
import { moment } from "../list-params"
import { shopProfile } from "../shop-profile"

describe("a point in time", () => {
  it.each(["1970-01-01", "2026-11-24T10:00:00+01:00", "9999-12-31T23:59:59Z"])("may be %s", (text) => {
    expect(moment.parse(text)).toBe(text)
  })

  it.each([
    "0000-01-01",
    "1969-12-31",
    "1970-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "10000-01-01",
  ])("is never %s, which the database would refuse", (text) => {
    expect(moment.safeParse(text).success).toBe(false)
  })
})

describe("the address of a parcel's tracking", () => {
  const ship = (url: string) => VendorShipFulfilment.safeParse({ tracking: [{ number: "1", url }] }).success

  it("is a page of the carrier, never a user name before another host", () => {
    expect(ship("https://carrier.example/track?mail=a@b.example")).toBe(true)
    for (const url of [
      "https://paypal.com@evil.com/x",
      "https:\\\\paypal.com@evil.com",
      "https:paypal.com@evil.com",
    ]) {
      expect(ship(url)).toBe(false)
    }
  })
})

describe("the name of a shop, which its invitations carry into strangers' mail", () => {
  it.each(["Mama T. Fabrics", "No. 1 Shoes", "A/B Stores", "shop24.ng"])("may be %s", (name) => {
    expect(shopProfile.name.parse(name)).toBe(name)
  })

  it.each(["Win at https://evil.com", "evil.com/win", "Pay evil.com:8080/win now", "a://b"])(
    "is never %s",
    (name) => {
      expect(shopProfile.name.safeParse(name).success).toBe(false)
    }
  )
})
