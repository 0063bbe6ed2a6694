import { codeFrom, hashingKey, hashOf, isSameCode, newSeed } from "../hash"

const key = hashingKey("s".repeat(32))

describe("codeFrom", () => {
  it("makes six digits, each as likely as any other at each place", () => {
    const codes = Array.from({ length: 20_000 }, () => codeFrom(key, [newSeed()]))
    const counts = Array.from({ length: 6 }, () => new Map<string, number>())
    for (const code of codes) {
      expect(code).toMatch(/^\d{6}$/)
      counts.forEach((count, place) => {
        count.set(code.charAt(place), (count.get(code.charAt(place)) ?? 0) + 1)
      })
    }

    // 2,000 are expected of each digit; seven standard deviations are 297.
    const all = counts.flatMap((count) => [...count.values()])
    expect(all).toHaveLength(60)
    expect(Math.min(...all)).toBeGreaterThan(1703)
    expect(Math.max(...all)).toBeLessThan(2297)
  })

  it("binds a code to every part of what it is for, and to the key", () => {
    const parts = ["code", "sign_in", "", "+2348031234567", newSeed()]
    const code = codeFrom(key, parts)
    const others = [
      ...parts.map((_, index) => codeFrom(key, parts.toSpliced(index, 1, "other"))),
      codeFrom(hashingKey("t".repeat(32)), parts),
    ]

    expect(codeFrom(key, [...parts])).toBe(code)
    // Two codes in a million are the same by chance, three of six practically never.
    expect(others.filter((other) => other === code).length).toBeLessThan(3)
  })
})

describe("hashOf", () => {
  it("does not mix up parts that look alike when they are joined", () => {
    expect(hashOf(key, ["a", "b,c"])).not.toBe(hashOf(key, ["a,b", "c"]))
    expect(hashOf(key, ['a","b'])).not.toBe(hashOf(key, ["a", "b"]))
  })
})

describe("isSameCode", () => {
  it("calls no two texts of different lengths the same", () => {
    expect(isSameCode("", "0")).toBe(false)
    expect(isSameCode("123456", "１２３４５６")).toBe(false)
    expect(isSameCode("123456", "123456")).toBe(true)
  })
})
