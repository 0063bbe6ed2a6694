import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import type { Permission } from "../../lib/permissions"
import { scoped } from "../../lib/vendor-scope"

/** The hash of the key is no field of anybody's. */
const FIELDS = [
  "id",
  "name",
  "prefix",
  "permissions",
  "created_by",
  "expires_at",
  "last_used_at",
  "revoked_at",
  "created_at",
]

export type ApiKeyView = {
  id: string
  name: string
  prefix: string
  permissions: Permission[]
  created_by: string
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
  created_at: Date
}

export type ListApiKeysInput = {
  filters?: { id?: string }
  skip: number
  take: number
  order?: Record<string, "ASC" | "DESC">
}

/** The keys of one shop, without what could be used as one. */
export async function listApiKeys(
  container: MedusaContainer,
  vendorId: string,
  { filters = {}, skip, take, order = {} }: ListApiKeysInput
) {
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_api_key",
    fields: FIELDS,
    filters: scoped<Record<string, unknown>>(vendorId, filters),
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  const api_keys = data as ApiKeyView[]

  return { api_keys, count: metadata?.count ?? api_keys.length }
}

export async function retrieveApiKey(container: MedusaContainer, vendorId: string, id: string) {
  const { api_keys } = await listApiKeys(container, vendorId, { filters: { id }, skip: 0, take: 1 })
  const [key] = api_keys
  if (!key) {
    throw notFound(ErrorCode.API_KEY_NOT_FOUND, "This shop has no such key.")
  }

  return key
}
