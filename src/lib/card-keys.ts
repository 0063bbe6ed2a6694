import { ownKeyRing } from "./own-key-ring"

/**
 * What is kept of the name that a gateway has for a card: hashes under each key of the ring, so that a card is known again after a
 * new key. Nobody can charge the card with them, or tell which it is.
 */
export const cardKeysOf = (signature: string): string[] =>
  ownKeyRing()
    .digests("card signature", signature)
    .map((digest) => digest.toString("base64url"))
