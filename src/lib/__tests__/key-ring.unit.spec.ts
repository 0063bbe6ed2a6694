import { randomBytes } from "node:crypto"
import fc from "fast-check"
import {
  CipherError,
  createKeyRing,
  type EncryptionKey,
  encryptionKeys,
  newDataKey,
  openBytes,
  sealBytes,
} from "../key-ring"

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) })
const base64 = (bytes = 32) => randomBytes(bytes).toString("base64")
const place = { table: "vendor_bank_account", column: "account_number_ciphertext", row_id: "vbank_1" }
const k1 = key("k1")
const k2 = key("k2")
const ring = createKeyRing([k1])

describe("a key ring", () => {
  it("opens nothing that was changed in any single character", () => {
    const sealed = ring.seal("0000014579", place)

    fc.assert(
      fc.property(
        fc.nat(sealed.length - 1),
        fc.constantFrom(..."abcXYZ019-_.=+/ \u0000"),
        (index, letter) => {
          const changed = `${sealed.slice(0, index)}${letter}${sealed.slice(index + 1)}`
          fc.pre(changed !== sealed)
          expect(() => ring.open(changed, place)).toThrow(CipherError)
        }
      )
    )
  })

  it.each([
    ["of another row", { ...place, row_id: "vbank_2" }],
    ["of another column", { ...place, column: "account_name" }],
    ["of another table", { ...place, table: "vendor" }],
  ])("does not open a ciphertext in the place %s", (_, other) => {
    expect(() => ring.open(ring.seal("0000014579", place), other)).toThrow(CipherError)
  })

  it("tells places apart whose names run together alike", () => {
    const sealed = ring.seal("secret", { table: "a", column: "bc", row_id: "d" })

    expect(() => ring.open(sealed, { table: "ab", column: "c", row_id: "d" })).toThrow(CipherError)
  })

  it("gives back every text, and never the same ciphertext twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sealed = ring.seal(text, place)
        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/)
        expect(ring.open(sealed, place)).toBe(text)
        expect(ring.seal(text, place)).not.toBe(sealed)
      })
    )
  })

  it("reads what an older key wrote, and writes with the first one", () => {
    const old = ring.seal("0000014579", place)
    const rotated = createKeyRing([k2, k1])

    expect(rotated.open(old, place)).toBe("0000014579")
    expect(rotated.isCurrent(old)).toBe(false)
    expect(rotated.isCurrent(rotated.seal("0000014579", place))).toBe(true)
    expect(rotated.isCurrent(old.replace("v1.k1.", "v1.k20."))).toBe(false)
  })

  it("says which key is missing, and does not try another one", () => {
    const sealed = createKeyRing([k2]).seal("0000014579", place)

    expect(() => ring.open(sealed, place)).toThrow("The key k2 is not in the ring.")
    // The same key under another name is another key: the name is part of what is authenticated.
    expect(() => createKeyRing([{ id: "k3", key: k2.key }]).open(sealed.replace("k2", "k3"), place)).toThrow(
      CipherError
    )
  })

  it.each(["", "0000014579", "v1.k1", "v2.k1.a.b.c", "v1.k1....", "v1.k1.AAAA.AAAA.AAAA", "v1.k1.a.b.c.d"])(
    "opens no text that is no ciphertext: %j",
    (text) => {
      expect(() => ring.open(text, place)).toThrow(CipherError)
    }
  )
})

describe("digests", () => {
  it("are one for each key, the first key's first, and differ by purpose and text", () => {
    const [old, fresh] = ["k1", "k2"].map((id) => ({ id, key: randomBytes(32) }))
    const [was] = createKeyRing([old!]).digests("a purpose", "a text")
    const ring = createKeyRing([fresh!, old!])
    const hex = (purpose: string, text: string) =>
      ring.digests(purpose, text).map((digest) => digest.toString("hex"))

    expect(hex("a purpose", "a text")[1]).toBe(was!.toString("hex"))
    const all = [...hex("a purpose", "a text"), ...hex("another", "a text"), ...hex("a purpose", "another")]
    expect(new Set(all).size).toBe(6)
  })
})

describe("a sealed file", () => {
  it("opens with its own key in its own place, unchanged, and not otherwise", () => {
    const dataKey = newDataKey()
    const bytes = randomBytes(1000)
    const sealed = sealBytes(dataKey, bytes, "vdoc_1")

    expect(openBytes(dataKey, sealed, "vdoc_1").equals(bytes)).toBe(true)
    expect(() => openBytes(newDataKey(), sealed, "vdoc_1")).toThrow(CipherError)
    expect(() => openBytes(dataKey, sealed, "vdoc_2")).toThrow(CipherError)
    expect(() => openBytes(dataKey, sealed.subarray(0, 20), "vdoc_1")).toThrow(CipherError)
    sealed[500] = (sealed[500] ?? 0) ^ 1
    expect(() => openBytes(dataKey, sealed, "vdoc_1")).toThrow(CipherError)
  })
})

describe("ENCRYPTION_KEYS", () => {
  it("are read in their order", () => {
    expect(encryptionKeys.parse(`k2:${base64()}, k1:${base64()}`).map(({ id }) => id)).toEqual(["k2", "k1"])
  })

  it.each([
    "",
    "k1",
    `k1:${base64(16)}`,
    `k1:${base64(33)}`,
    `K 1:${base64()}`,
    `:${base64()}`,
    `k1:${base64()},`,
    `k1:${base64()},k1:${base64()}`,
    `k1:${base64()}:more`,
  ])("are refused as %j, without being repeated", (text) => {
    const { error } = encryptionKeys.safeParse(text)

    expect(error?.issues).toHaveLength(1)
    expect(text.length < 20 || !JSON.stringify(error?.issues).includes(text.slice(3, 30))).toBe(true)
  })
})
