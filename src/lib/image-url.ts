import { z } from "@medusajs/framework/zod"

/** `https://bank.example@evil.example` looks like the one and leads to the other. */
export const carriesUserName = (address: string): boolean => /^https?:[/\\]*[^/\\?#]*@/i.test(address)

/** Where an image of a product or a shop may lie: a web address, so never `javascript:`, `data:` or a name and password. */
export const imageUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((address) => !carriesUserName(address), "must not carry a user name")
