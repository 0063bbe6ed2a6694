import {
  cheapestHomeDelivery,
  ownChoiceLast,
  profilesWithoutMethod,
  type ShippingOffer,
} from "../default-shipping"

const offer = (over: Partial<ShippingOffer>): ShippingOffer => ({
  id: "so_1",
  shipping_profile_id: "sp_a",
  fulfillment_type: "shipping",
  amount: 1000,
  ...over,
})

describe("profilesWithoutMethod", () => {
  it("names each shop once, leaving out what is covered and what needs no shipping", () => {
    const items = [
      { requires_shipping: true, shipping_profile_id: "sp_a" },
      { requires_shipping: true, shipping_profile_id: "sp_a" },
      { requires_shipping: true, shipping_profile_id: "sp_b" },
      { requires_shipping: false, shipping_profile_id: "sp_c" },
      { requires_shipping: true, shipping_profile_id: null },
    ]

    expect(profilesWithoutMethod(items, ["sp_b"])).toEqual(["sp_a"])
  })
})

describe("cheapestHomeDelivery", () => {
  it("never picks up, however cheap", () => {
    const offers = [
      offer({ id: "so_pickup", fulfillment_type: "pickup", amount: 0 }),
      offer({ id: "so_home" }),
    ]

    expect(cheapestHomeDelivery(["sp_a"], offers).map((picked) => picked.id)).toEqual(["so_home"])
  })

  it("takes the cheapest with a price, the lower id on a tie", () => {
    const offers = [
      offer({ id: "so_none", amount: null }),
      offer({ id: "so_c", amount: "500.5" }),
      offer({ id: "so_b", amount: "500.50" }),
      offer({ id: "so_a", amount: 501 }),
    ]

    expect(cheapestHomeDelivery(["sp_a"], offers).map((picked) => picked.id)).toEqual(["so_b"])
  })

  it("leaves out a shop without home delivery", () => {
    expect(
      cheapestHomeDelivery(["sp_a", "sp_b"], [offer({})]).map((picked) => picked.shipping_profile_id)
    ).toEqual(["sp_a"])
  })
})

describe("ownChoiceLast", () => {
  it("keeps the shopper's own choice at the end, also when others were selected later", () => {
    const methods = [
      { id: "casm_1", data: {} },
      { id: "casm_2", data: { auto_selected: true } },
      { id: "casm_3", data: { auto_selected: true } },
    ]

    expect(ownChoiceLast(methods).map((method) => method.id)).toEqual(["casm_2", "casm_3", "casm_1"])
  })
})
