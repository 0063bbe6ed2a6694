import type { MedusaContainer } from "@medusajs/framework/types"
import { API_KEY_PERMISSIONS } from "../../src/lib/permissions"
import { makeSecretToken } from "../../src/lib/secret-token"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import { API_KEY_PREFIX } from "../../src/modules/vendor/domain/api-key"
import type VendorModuleService from "../../src/modules/vendor/service"

/** A key of a shop with every permission that a key can have. */
export async function makeShopKey(
  container: MedusaContainer,
  { vendor_id, user_id }: { vendor_id: string; user_id: string }
): Promise<string> {
  const { token, token_hash } = makeSecretToken(API_KEY_PREFIX)
  await container.resolve<VendorModuleService>(VENDOR_MODULE).createApiKey({
    vendor_id,
    created_by: user_id,
    name: "Machine",
    permissions: API_KEY_PERMISSIONS,
    prefix: token.slice(0, 8),
    token_hash,
    expires_at: new Date(Date.now() + 86_400_000),
  })

  return token
}
