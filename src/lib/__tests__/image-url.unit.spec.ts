import { isTrustedImage } from "../image-url"

const places = { uploads_url: "https://shop.example/static", hosts: ["cdn.example", "cdn.example:8443"] }

describe("isTrustedImage", () => {
  it.each([
    "https://shop.example/static/1732-0a1b.webp",
    "https://SHOP.example/static/1732-0a1b.webp",
    "https://cdn.example/any/picture.jpg?width=3",
    "https://CDN.example/a.jpg",
    "https://cdn.example:8443/a.jpg",
  ])("takes %s", (address) => {
    expect(isTrustedImage(address, places)).toBe(true)
  })

  it.each([
    "https://elsewhere.example/a.webp",
    "https://shop.example.evil.example/static/a.webp",
    "https://shop.example/static.evil/a.webp",
    "https://shop.example/static/../hooks/a.webp",
    "https://shop.example/static/..%2fadmin",
    "https://shop.example/static/private-1-vdoc_1.bin",
    "https://shop.example/static/a.webp?x=1",
    "https://shop.example/static/a.webp#x",
    "https://shop.example/static/folder/a.webp",
    "https://shop.example/static/",
    "https://shop.example/store/products",
    "https://shop.example:444/static/a.webp",
    "http://shop.example/static/a.webp",
    "http://cdn.example/a.jpg",
    "https://sub.cdn.example/a.jpg",
    "https://cdn.example.evil.example/a.jpg",
    "https://cdn.example@evil.example/a.jpg",
    "https://evil.example/?https://cdn.example/",
    "https:\\\\evil.example/a.jpg",
    "javascript:alert(1)",
    "//cdn.example/a.jpg",
    "",
  ])("refuses %s", (address) => {
    expect(isTrustedImage(address, places)).toBe(false)
  })
})
