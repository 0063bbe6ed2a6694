import { hashingKey, hashOf, isSameHash, newCode } from "../hash"

describe("newCode", () => {
  it("makes six digits, each as likely as any other at each place", () => {
    const codes = Array.from({ length: 20_000 }, newCode)
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
})

describe("hashOf", () => {
  const key = hashingKey("s".repeat(32))

  it("binds a code to every part of what it is for", () => {
    const parts = ["code", "sign_in", "", "+2348031234567", "123456"]
    const same = hashOf(key, parts)

    expect(isSameHash(same, hashOf(key, [...parts]))).toBe(true)
    for (const index of parts.keys()) {
      expect(isSameHash(same, hashOf(key, parts.toSpliced(index, 1, "other")))).toBe(false)
    }
    expect(isSameHash(same, hashOf(hashingKey("t".repeat(32)), parts))).toBe(false)
  })

  it("does not mix up parts that look alike when they are joined", () => {
    expect(hashOf(key, ["a", "b,c"])).not.toBe(hashOf(key, ["a,b", "c"]))
    expect(hashOf(key, ['a","b'])).not.toBe(hashOf(key, ["a", "b"]))
  })

  it("calls no two hashes of different lengths the same", () => {
    expect(isSameHash("", "00")).toBe(false)
  })
})
