import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, invalidData } from "../../lib/errors"
import { makeSecretToken } from "../../lib/secret-token"
import {
  API_KEY_DAYS,
  API_KEY_PREFIX,
  isExpiryAllowed,
  usualExpiry,
} from "../../modules/vendor/domain/api-key"
import type { CreateApiKeyInput } from "../../modules/vendor/team-types"
import { createVendorApiKeyWorkflow } from "./workflows/create-vendor-api-key"

export type MakeApiKeyInput = Pick<CreateApiKeyInput, "vendor_id" | "name" | "permissions" | "created_by"> & {
  expires_at?: string
}

/** Enough to tell keys apart, far too little to guess one. */
const SHOWN_CHARACTERS = API_KEY_PREFIX.length + 6

/** Makes a key and tells it once: the workflow, whose input may be stored, gets its hash alone. */
export async function makeVendorApiKey(
  container: MedusaContainer,
  { expires_at, ...input }: MakeApiKeyInput
): Promise<{ id: string; token: string }> {
  const now = new Date()
  const expiry = expires_at ? new Date(expires_at) : usualExpiry(now)
  if (!isExpiryAllowed(expiry, now)) {
    throw invalidData(
      ErrorCode.API_KEY_EXPIRY_INVALID,
      `A key has to end in the future, at most ${API_KEY_DAYS.most} days from now.`
    )
  }
  const { token, token_hash } = makeSecretToken(API_KEY_PREFIX)
  const { result } = await createVendorApiKeyWorkflow(container).run({
    input: { ...input, token_hash, prefix: token.slice(0, SHOWN_CHARACTERS), expires_at: expiry },
  })

  return { id: result.id, token }
}
