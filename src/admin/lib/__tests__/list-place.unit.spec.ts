import { takeSeat } from "../api/seat"
import { keepPlace, placeOf } from "../list-place"

describe("the way back to a list", () => {
  it("leads to what it showed last", () => {
    expect(placeOf("/vendor/orders")).toBe("/vendor/orders")

    keepPlace("/vendor/orders", "?status=shipped&offset=40")
    keepPlace("/vendor/products", "?q=basket")
    expect(placeOf("/vendor/orders")).toBe("/vendor/orders?status=shipped&offset=40")
    expect(placeOf("/vendor/orders/vord_1")).toBe("/vendor/orders/vord_1")

    keepPlace("/vendor/orders", "")
    expect(placeOf("/vendor/orders")).toBe("/vendor/orders")
    expect(placeOf("/vendor/products")).toBe("/vendor/products?q=basket")
  })

  it("leads to the whole list in another shop", () => {
    keepPlace("/vendor/products", "?q=basket")
    takeSeat({ vendor_id: "vend_2" })
    expect(placeOf("/vendor/products")).toBe("/vendor/products")
  })
})
