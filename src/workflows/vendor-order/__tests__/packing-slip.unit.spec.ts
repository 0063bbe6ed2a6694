import { slipPage } from "../packing-slip"

const slip = {
  shop_name: "Kente & Sons",
  display_number: "12-1",
  placed_at: new Date("2026-11-20T23:30:00Z"),
  buyer: { name: "Ada <b>Obi</b>", phone: "+2348012345678" },
  delivery_address: {
    company: null,
    address_1: '12 "Broad" Street',
    address_2: null,
    city: "Lagos",
    province: null,
    postal_code: "100001",
    country_code: "ng",
  },
  delivery_names: ["Courier <script>"],
  lines: [
    { title: "Bag", variant_title: "Red", sku: "BAG-R<1>", quantity: 2 },
    { title: "Cap", variant_title: null, sku: null, quantity: 1 },
  ],
}

describe("a packing slip", () => {
  const page = slipPage(slip)

  it("says who packs what for whom", () => {
    expect(page).toContain("Kente &amp; Sons")
    expect(page).toContain("Packing slip of order 12-1, 2026-11-20")
    expect(page).toContain("100001 Lagos<br>NG<br>+2348012345678")
    expect(page).toContain("<td>Bag, Red</td><td>BAG-R&lt;1&gt;</td><td>2</td>")
    expect(page).toContain("<td>Cap</td><td></td><td>1</td>")
  })

  it("runs nothing that somebody has typed", () => {
    expect(page).not.toMatch(/<script|<b>|"Broad"/)
    expect(page).toContain("Ada &lt;b&gt;Obi&lt;/b&gt;")
  })
})
