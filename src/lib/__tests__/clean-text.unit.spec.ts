import fc from "fast-check"
import { plainText, richText } from "../clean-text"
import { imageUrl } from "../image-url"

const MARKUP = [
  "<",
  ">",
  "<b",
  "</b>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "<img src=x onerror=alert(1)>",
  "&lt;",
]
const LINKS = [
  "<a href='javascript:x'>",
  '<a href="https://x.example" onclick="y">',
  "<svg/onload=1>",
  "<h3>",
  "<p style=a>",
]
const HOSTILE = ["\u202E", "\0", "\uFEFF", "\uD800", "\u2028", "e\u0301", " ", "a", "'", '"', "=", "/"]

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP, ...LINKS, ...HOSTILE), fc.string({ unit: "binary" })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""))

describe("plain text", () => {
  it("holds no markup, nothing hidden and nothing to trim, whatever it was made of, and is stable", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cleaned = plainText(text)

        expect(cleaned).not.toMatch(/<[a-z/!?]/i)
        expect(cleaned).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]|\p{Cs}/u)
        expect(cleaned).toBe(cleaned.normalize("NFC").trim())
        expect(plainText(cleaned)).toBe(cleaned)
      }),
      { numRuns: 2000 }
    )
  })

  it.each([
    ["a < b & c > d", "a < b & c > d"],
    ["I <3 this — 5 < 6", "I <3 this — 5 < 6"],
    ["&lt;b&gt; & \"quotes\" 'too'", "&lt;b&gt; & \"quotes\" 'too'"],
    ["ọjà 👩‍👩‍👧 می‌خواهم", "ọjà 👩‍👩‍👧 می‌خواهم"],
    ["two\r\nlines\tand a tab", "two\nlines\tand a tab"],
    ["  Ada\u0000\u202Egpj.exe ", "Adagpj.exe"],
    ["<b>Bold</b> <script>alert(1)</script>claims", "Bold claims"],
    ["<scr<script>ipt>alert(1)</script> <i<b>mg src=x>", "< scr"],
    ["x <img src=x onerror=alert(1)", "x < img src=x onerror=alert(1)"],
  ])("makes of %j %j", (typed, stored) => {
    expect(plainText(typed)).toBe(stored)
  })

  it("takes no time over tags nested by the thousand", () => {
    const started = performance.now()
    plainText("<a".repeat(50_000) + ">".repeat(50_000))
    plainText("<script>".repeat(12_000))

    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe("rich text", () => {
  it("holds only the tags and attributes of the list, whatever it was made of", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cleaned = richText(text)
        const tags = cleaned.match(/<[^>]*>?/g) ?? []

        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|ul|ol|li|b|strong|i|em|h3|h4|a)|br \/|a (href="https?:[^"<>]*" )?rel="nofollow noopener")>$/
          )
        }
      }),
      { numRuns: 2000 }
    )
  })

  it.each([
    [
      "<p>Soft <strong>cotton</strong><br>from Kano</p>",
      "<p>Soft <strong>cotton</strong><br />from Kano</p>",
    ],
    ['<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<a href="//evil.example">x</a>', '<a rel="nofollow noopener">x</a>'],
    [
      '<a href="https://shop.example" target="_blank" rel="opener">x</a>',
      '<a href="https://shop.example" rel="nofollow noopener">x</a>',
    ],
    ["<script>alert(1)</script><style>p{}</style>ok", "ok"],
    ["a < b & c", "a &lt; b &amp; c"],
  ])("makes of %j %j", (typed, stored) => {
    expect(richText(typed)).toBe(stored)
  })
})

describe("the address of an image", () => {
  it.each(["https://cdn.example.com/a.webp", "http://localhost:9000/static/a.webp"])(
    "may be %s",
    (address) => {
      expect(imageUrl.parse(address)).toBe(address)
    }
  )

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)//https://x.example",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "file:///etc/passwd",
    "//cdn.example.com/a.png",
    "https://shop@evil.example/a.png",
    `https://x.example/${"a".repeat(2048)}`,
  ])("may not be %s", (address) => {
    expect(imageUrl.safeParse(address).success).toBe(false)
  })
})
