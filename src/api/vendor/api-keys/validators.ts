import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../lib/clean-text"
import { wholeNumber } from "../../../lib/list-params"
import { API_KEY_PERMISSIONS, type Permission } from "../../../lib/permissions"

export const VendorGetApiKeysParams = z.strictObject({
  order: z.enum(["created_at", "-created_at", "last_used_at", "-last_used_at"]).default("-created_at"),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})
export type VendorGetApiKeysParamsType = z.infer<typeof VendorGetApiKeysParams>

export const VendorCreateApiKey = z.strictObject({
  name: z.string().max(400).transform(plainText).pipe(z.string().min(1).max(100)),
  permissions: z
    .array(z.enum(API_KEY_PERMISSIONS as [Permission, ...Permission[]]))
    .min(1)
    .max(API_KEY_PERMISSIONS.length)
    .transform((permissions) => [...new Set(permissions)].toSorted()),
  expires_at: z.iso.datetime({ offset: true }).optional(),
})
export type VendorCreateApiKeyType = z.infer<typeof VendorCreateApiKey>
