import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto"
import { z } from "@medusajs/framework/zod"

const ALGORITHM = "aes-256-gcm"
const VERSION = "v1"
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

const KEY_ID = /^[a-z0-9]{1,16}$/

export type EncryptionKey = { id: string; key: Buffer }

/** Where a ciphertext belongs. It opens nowhere else, so nobody can move one to another row or column. */
export type CipherPlace = { table: string; column: string; row_id: string }

/**
 * The keys of `ENCRYPTION_KEYS`, as `k2:<base64>,k1:<base64>`. The first one encrypts, all of them decrypt, so a new
 * key is put in front of the old ones. What is wrong is told without the key.
 */
export const encryptionKeys = z.string().transform((text, context): EncryptionKey[] => {
  const keys = text.split(",").map(parseKey)
  const ids = new Set(keys.map((key) => key?.id))
  if (keys.some((key) => !key) || ids.size < keys.length) {
    context.issues.push({
      code: "custom",
      message: "must be keys of 32 bytes in base64 with names of their own, like k2:...,k1:...",
      input: "",
    })
    return z.NEVER
  }

  return keys.filter((key) => key !== null)
})

function parseKey(text: string): EncryptionKey | null {
  const [id, encoded, more] = text.trim().split(":")
  const key = Buffer.from(encoded ?? "", "base64")

  return id && KEY_ID.test(id) && more === undefined && key.length === KEY_BYTES ? { id, key } : null
}

/** A ciphertext that does not open: its key is not in the ring, it was changed, or it stands in the wrong place. */
export class CipherError extends Error {
  override name = "CipherError"
}

export type KeyRing = {
  seal: (text: string, place: CipherPlace) => string
  open: (sealed: string, place: CipherPlace) => string
  /** Whether a ciphertext was made with the first key. */
  isCurrent: (sealed: string) => boolean
  /** What ciphertexts of the first key begin with. */
  current_prefix: string
  /** Keyed hashes of a text for one purpose, one for each key, that of the first key first. */
  digests: (purpose: string, text: string) => Buffer[]
}

/** AES-256-GCM as `v1.<key id>.<nonce>.<ciphertext>.<tag>`, bound to its place by additional authenticated data. */
export function createKeyRing(keys: EncryptionKey[]): KeyRing {
  const [current] = keys
  if (!current) {
    throw new RangeError("a key ring needs a key")
  }
  const current_prefix = `${VERSION}.${current.id}.`

  return {
    current_prefix,
    digests: (purpose, text) => keys.map(({ key }) => digest(key, purpose, text)),
    isCurrent: (sealed) => sealed.startsWith(current_prefix),
    seal: (text, place) => {
      const parts = encrypt(current.key, Buffer.from(text, "utf8"), bindingOf(current.id, place))

      return `${current_prefix}${parts.map((part) => part.toString("base64url")).join(".")}`
    },
    open: (sealed, place) => {
      const [version, id = "", ...encoded] = sealed.split(".")
      const found = keys.find((key) => key.id === id)
      if (version !== VERSION || encoded.length !== 3) {
        throw new CipherError("This is no ciphertext.")
      }
      if (!found) {
        throw new CipherError(`The key ${KEY_ID.test(id) ? id : "of this name"} is not in the ring.`)
      }

      return decrypt(found.key, encoded.map(decodeStrictly), bindingOf(id, place)).toString("utf8")
    },
  }
}

/** Encrypts a file with a key of its own, which is then kept in the ring. */
export function sealBytes(key: Buffer, bytes: Buffer, binding: string): Buffer {
  const [nonce, body, tag] = encrypt(key, bytes, Buffer.from(binding))

  return Buffer.concat([nonce, tag, body])
}

export function openBytes(key: Buffer, sealed: Buffer, binding: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)

  return decrypt(key, [nonce, sealed.subarray(NONCE_BYTES + TAG_BYTES), tag], Buffer.from(binding))
}

export const newDataKey = (): Buffer => randomBytes(KEY_BYTES)

/** With a key of the purpose's own: what is hashed for one thing says nothing of another, nor of what is encrypted. */
const digest = (key: Buffer, purpose: string, text: string): Buffer =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", key, "", `merkato digest: ${purpose}`, KEY_BYTES)))
    .update(text)
    .digest()

const bindingOf = (keyId: string, { table, column, row_id }: CipherPlace) =>
  Buffer.from(JSON.stringify([VERSION, keyId, table, column, row_id]), "utf8")

function encrypt(key: Buffer, bytes: Buffer, binding: Buffer): [nonce: Buffer, body: Buffer, tag: Buffer] {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(binding)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])

  return [nonce, body, cipher.getAuthTag()]
}

function decrypt(key: Buffer, [nonce, body, tag]: Buffer[], binding: Buffer): Buffer {
  if (nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES || !body) {
    throw new CipherError("This is no ciphertext.")
  }
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(binding).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new CipherError("The ciphertext was changed, or does not belong here.")
  }
}

/** One spelling for each ciphertext: Node alone would read what somebody has appended or altered in spare bits. */
function decodeStrictly(encoded: string): Buffer {
  const bytes = Buffer.from(encoded, "base64url")
  if (bytes.toString("base64url") !== encoded) {
    throw new CipherError("This is no ciphertext.")
  }

  return bytes
}
