import { hasContentChanged } from "../content-change"

const product = {
  title: "Bag",
  subtitle: null,
  description: "Leather",
  handle: "bag",
  material: "leather",
  hs_code: null,
  thumbnail: null,
  images: [],
  categories: [{ id: "pcat_2" }, { id: "pcat_1" }],
  tags: [{ id: "ptag_2" }, { id: "ptag_1" }],
}

describe("what buyers are shown", () => {
  it.each([
    { title: "Fake bag" },
    { handle: "call-0803" },
    { material: "call 0803" },
    { hs_code: "0803" },
    { tag_ids: ["ptag_1"] },
    { tag_ids: [] },
    { category_ids: ["pcat_3"] },
  ])("has changed with %j", (update) => {
    expect(hasContentChanged(product, update, {})).toBe(true)
  })

  it.each([
    { handle: "bag", material: "leather", hs_code: "" },
    { tag_ids: ["ptag_1", "ptag_2"], category_ids: ["pcat_1", "pcat_2"] },
    { weight: 3 },
  ])("is as before with %j", (update) => {
    expect(hasContentChanged(product, update, {})).toBe(false)
  })
})
