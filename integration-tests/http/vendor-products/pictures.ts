import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { type One, type ProductSuite, SHIRT, toolsOf, uploaded } from "./suite"

const FOREIGN = "https://cdn.example.com/a.jpg"
const ELSEWHERE = [
  FOREIGN,
  "http://localhost:9001/static/a.webp",
  "http://localhost:9000/static/../store/products",
  "http://localhost:9000/static/private-1-vdoc_1.bin",
  "http://localhost.evil.example/static/a.webp",
  "https://localhost:9000/static/a.webp",
]
const refused = { status: 400, body: { code: "image_address_refused" } }

export function describePictures(suite: ProductSuite): void {
  const { as, create } = toolsOf(suite)

  describe("pictures that a shop names", () => {
    it("lie with us, so that nobody swaps what was approved", async () => {
      const owner = await as("owner@one.example.com")
      const product = await create(owner, { ...SHIRT, images: [uploaded("a")] })
      const path = `/vendor/products/${product.id}`
      for (const address of ELSEWHERE) {
        for (const images of [[address], [uploaded("a"), address]]) {
          expect(await owner("POST", "/vendor/products", { ...SHIRT, images })).toMatchObject(refused)
          expect(await owner("POST", path, { images })).toMatchObject(refused)
        }
        expect(await owner("POST", path, { thumbnail: address })).toMatchObject({ status: 400 })
      }
      expect((await owner<One>("GET", path)).body.product).toMatchObject({
        thumbnail: uploaded("a"),
        images: [{ url: uploaded("a") }],
      })
    })

    it("may stay where staff have put them, and not go to another product", async () => {
      const owner = await as("owner@one.example.com")
      const [one, other] = [await create(owner), await create(owner)]
      await updateProductsWorkflow(suite.container).run({
        input: { selector: { id: one.id }, update: { images: [{ url: FOREIGN }], thumbnail: FOREIGN } },
      })

      const images = [uploaded("b"), FOREIGN]
      expect((await owner("POST", `/vendor/products/${one.id}`, { images })).status).toBe(200)
      expect(await owner("POST", `/vendor/products/${other.id}`, { images })).toMatchObject(refused)
    })

    it("of itself lie with us too", async () => {
      const owner = await as("owner@one.example.com")
      const path = `/vendor/shops/${suite.market.vendors[0]!.id}`
      for (const address of ELSEWHERE) {
        for (const name of ["logo_url", "banner_url"]) {
          expect(await owner("POST", path, { [name]: address })).toMatchObject(refused)
        }
      }
      expect((await owner("POST", path, { logo_url: uploaded("logo"), banner_url: null })).status).toBe(200)
    })

    it("stand in no description", async () => {
      const { description } = await create(await as("owner@one.example.com"), {
        ...SHIRT,
        description: `<p>Soft</p><img src="${FOREIGN}"><p style="background:url(${FOREIGN})">cloth</p>`,
      })
      expect(description).toBe("<p>Soft</p><p>cloth</p>")
    })
  })
}
