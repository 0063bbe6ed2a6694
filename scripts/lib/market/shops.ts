export type DemoProduct = {
  title: string
  handle: string
  description: string
  /** Naira. */
  price: string
  /** One variant each; a single one needs no name. */
  sizes?: string[]
}

export type DemoShop = {
  name: string
  handle: string
  description: string
  city: string
  province: string
  address_1: string
  /** Naira. */
  delivery_price: number
  /** Basis points; the platform's own rate where absent. */
  commission_rate_bps?: number
  /** Left at the door: staff have something to approve. */
  awaits_approval?: boolean
  products: DemoProduct[]
}

const product = (title: string, price: string, description: string, sizes?: string[]): DemoProduct => ({
  title,
  price,
  description,
  sizes,
  handle: title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, ""),
})

export const DEMO_SHOPS: DemoShop[] = [
  {
    name: "Adire by Folake",
    handle: "adire-by-folake",
    description: "Hand-dyed indigo cloth from Abeokuta, sewn to order.",
    city: "Abeokuta",
    province: "Ogun",
    address_1: "14 Itoku Market Road",
    delivery_price: 1800,
    products: [
      product("Adire Kimono Jacket", "28500", "Indigo resist-dyed cotton, loose cut.", ["S", "M", "L"]),
      product("Adire Cotton Fabric, 5 Yards", "19999", "Starch-resist pattern on soft cotton."),
      product("Indigo Head Wrap", "6499.50", "Two metres, hemmed by hand."),
      product("Adire Cushion Cover", "8750", "45 by 45 centimetres, hidden zip."),
    ],
  },
  {
    name: "Kano Leather House",
    handle: "kano-leather-house",
    description: "Bags, sandals and belts of vegetable-tanned Kano leather.",
    city: "Kano",
    province: "Kano",
    address_1: "3 Kofar Wambai Lane",
    delivery_price: 2500,
    commission_rate_bps: 850,
    products: [
      product("Vegetable-Tanned Tote Bag", "42000", "Full-grain goat leather, brass rivets."),
      product("Hausa Leather Sandals", "15750", "Stitched sole, cushioned strap.", ["40", "42", "44"]),
      product("Handstitched Belt", "9333.33", "Three centimetres wide, solid buckle."),
    ],
  },
  {
    name: "Mama Nkechi Foods",
    handle: "mama-nkechi-foods",
    description: "Spices, grains and snacks from Enugu, packed in small batches.",
    city: "Enugu",
    province: "Enugu",
    address_1: "27 Ogbete Main Market",
    delivery_price: 1500,
    products: [
      product("Suya Spice, 250 g", "3200", "Roasted groundnut, ginger and hot pepper."),
      product("Ofada Rice, 5 kg", "14500", "Unpolished, stone-free."),
      product("Chin Chin, 1 kg", "4750", "Crunchy, with nutmeg."),
      product("Egusi, Ground, 500 g", "3999.99", "Shelled melon seed, freshly ground."),
    ],
  },
  {
    name: "Lagos Gadget Corner",
    handle: "lagos-gadget-corner",
    description: "Phones' best friends: chargers, cables and lamps. Waiting for approval.",
    city: "Lagos",
    province: "Lagos",
    address_1: "9 Ola Ayeni Street, Ikeja",
    delivery_price: 1000,
    awaits_approval: true,
    products: [
      product("Solar Lantern with Charger", "17800", "Lights a room for eight hours."),
      product("Braided USB-C Cable", "3500", "Two metres, fast charging."),
      product("Power Bank 20,000 mAh", "23450", "Charges two phones at once."),
    ],
  },
]

/** Owned by the platform itself. */
export const HOUSE_PRODUCTS: DemoProduct[] = [
  product("Merkato Gift Box", "5000", "Reusable box with tissue paper and a card."),
]

/** Funded by the platform: no vendor has created it. */
export const DEMO_PROMOTION = { code: "KARIBU10", percent: 10, description: "10 % off, paid by the platform" }

export const DEMO_STOCK = 1000
export const DEMO_KEY_TITLE = "Merkato demo storefront"

export const STAFF_EMAIL = "staff@merkato.example"
export const BUYER_EMAIL = "ada.buyer@merkato.example"
export const ownerEmail = (handle: string) => `owner@${handle}.example`
