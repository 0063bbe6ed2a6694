import type { AuthIdentityDTO, AuthIdentityProviderService } from "@medusajs/framework/types"
import { spellingsOf } from "../../lib/email"

/**
 * Hands an address to core's provider in its one spelling, and remembers what core found for it. A login that is older
 * than the one spelling is found as it was typed.
 */
export class Lookup {
  found: AuthIdentityDTO | undefined

  constructor(
    private readonly identities: AuthIdentityProviderService,
    private readonly provider: string,
    private readonly typed: string
  ) {}

  /** What core looks for identities in. */
  get service(): AuthIdentityProviderService {
    return { ...this.identities, retrieve: () => this.retrieve() }
  }

  /** Whether core can have compared the password: it skips that for a login without one. */
  get has_password(): boolean {
    const identity = this.found?.provider_identities?.find(({ provider }) => provider === this.provider)

    return typeof identity?.provider_metadata?.password === "string"
  }

  private async retrieve(): Promise<AuthIdentityDTO> {
    const [spelling = "", ...older] = spellingsOf(this.typed)
    this.found = await older.reduce<Promise<AuthIdentityDTO>>(
      (searched, entity_id) => searched.catch(() => this.identities.retrieve({ entity_id })),
      this.identities.retrieve({ entity_id: spelling })
    )

    return this.found
  }
}
