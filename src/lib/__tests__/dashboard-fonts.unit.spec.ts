import { showTextAtOnce, withoutWaiting } from "../dashboard-fonts"

const CSS =
  "@font-face{font-family:Inter;src:url(a.ttf)}p{margin:0}@font-face {font-family:Mono;src:url(b.ttf)}"

describe("the fonts of the built dashboard", () => {
  it("keep no text waiting", () => {
    expect(withoutWaiting(CSS)).toBe(
      "@font-face{font-display:swap;font-family:Inter;src:url(a.ttf)}p{margin:0}@font-face{font-display:swap;font-family:Mono;src:url(b.ttf)}"
    )
  })

  it("are changed in styles alone", () => {
    const bundle = {
      "a.css": { type: "asset" as const, source: Buffer.from(CSS) },
      "a.txt": { type: "asset" as const, source: CSS },
      "a.js": { type: "chunk" as const },
    }
    showTextAtOnce().generateBundle({}, bundle)

    expect(bundle["a.css"].source).toBe(withoutWaiting(CSS))
    expect(bundle["a.txt"].source).toBe(CSS)
  })
})
