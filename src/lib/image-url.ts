import { z } from "@medusajs/framework/zod"

/** `https://bank.example@evil.example` looks like the one and leads to the other. */
export const carriesUserName = (address: string): boolean => /^https?:[/\\]*[^/\\?#]*@/i.test(address)

/** Where an image of a product or a shop may lie: a web address, so never `javascript:`, `data:` or a name and password. */
export const imageUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((address) => !carriesUserName(address), "must not carry a user name")

export type ImagePlaces = {
  /** Where our own uploads are served, without a slash at the end. */
  uploads_url: string
  /** Other hosts whose pictures the operator vouches for. */
  hosts: readonly string[]
}

/**
 * Whether a picture lies where nobody but us, or whom the operator trusts, can change it: what staff have approved at a
 * foreign address is something else a minute later.
 */
export function isTrustedImage(address: string, { uploads_url, hosts }: ImagePlaces): boolean {
  if (!URL.canParse(address)) {
    return false
  }
  const { href, protocol, host } = new URL(address)
  const [folder, file] = [href.slice(0, uploads_url.length), href.slice(uploads_url.length)]
  // One name, of what is public: no way up, no query by which a server could be asked for something else.
  const isUpload = folder === uploads_url && /^\/(?!private-)[\w.-]+$/.test(file)

  return isUpload || (protocol === "https:" && hosts.includes(host))
}
