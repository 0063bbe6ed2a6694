import { shopProfile } from "../../../lib/shop-profile"
import { hasFormatting, htmlOf } from "../description"

describe("a description", () => {
  it("becomes paragraphs in which nothing typed is taken for HTML", () => {
    expect(htmlOf("Cotton & silk\n<b>soft</b>\n\nWash cold")).toBe(
      "<p>Cotton &amp; silk<br />&lt;b&gt;soft&lt;/b&gt;</p><p>Wash cold</p>"
    )
    expect(htmlOf("  \n ")).toBe("")
  })

  it.each([
    ["<p>One<br />two</p>", false],
    ["<p>One <strong>two</strong></p>", true],
    ["<ul><li>One</li></ul>", true],
    [null, false],
  ])("%s has more than paragraphs: %s", (html, has_more) => {
    expect(hasFormatting(html)).toBe(has_more)
  })

  it("is taken by the server as it was typed", () => {
    const description = htmlOf("Shoes & Bags\n<Sale>\n\nSince 1990")
    expect(description).toBe("<p>Shoes &amp; Bags<br />&lt;Sale&gt;</p><p>Since 1990</p>")
    expect(shopProfile.description.parse(description)).toBe(description)
  })
})
