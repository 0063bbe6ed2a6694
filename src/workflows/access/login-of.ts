import type { AuthIdentityDTO, MedusaContainer, ProviderIdentityDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type Login = AuthIdentityDTO & { provider_identities: ProviderIdentityDTO[] }

/** A login with the ways to sign in that it has. */
export async function loginOf(container: MedusaContainer, authIdentityId: string): Promise<Login> {
  const login = await container
    .resolve(Modules.AUTH)
    .retrieveAuthIdentity(authIdentityId, { relations: ["provider_identities"] })

  return { ...login, provider_identities: login.provider_identities ?? [] }
}

/** What a login is called at one of its providers: its e-mail address, its phone number. */
export const entityAt = ({ provider_identities }: Login, provider: string): string | null =>
  provider_identities.find((identity) => identity.provider === provider)?.entity_id ?? null
