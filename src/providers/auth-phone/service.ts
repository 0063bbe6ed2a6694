import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityDTO,
  AuthIdentityProviderService,
} from "@medusajs/framework/types"
import { AbstractAuthModuleProvider, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { VerificationService } from "../../lib/auth-internals"
import { currentNetwork } from "../../lib/current-network"
import { parsePhone } from "../../lib/phone"
import type OneTimeCodeModuleService from "../../modules/one-time-code/service"
import type { RightCode } from "../../modules/one-time-code/types"

type Container = {
  one_time_code: OneTimeCodeModuleService
  authVerificationService: VerificationService
}

const Options = z.object({ country: z.string() })

const Proof = z.object({ phone: z.string(), code: z.string().regex(/^\d{6}$/) })

const WRONG = "The code is wrong or has expired."

type Shown = { phone: string; code: RightCode }

/**
 * Sign-up and sign-in by a phone number and a code that was sent to it (`POST /auth/:actor_type/phone/code`). Whether a
 * number is known is told only to whoever has shown its code.
 */
export class PhoneAuthProvider extends AbstractAuthModuleProvider {
  static override identifier = "phone"
  static override DISPLAY_NAME = "Phone number and one-time code"

  static override validateOptions(options: Record<string, unknown>): void {
    Options.parse(options)
  }

  private readonly country: string

  constructor(
    private readonly services: Container,
    options: unknown
  ) {
    // @ts-expect-error Medusa's base takes what its children are made with, and its types hide that.
    super(services, options)
    this.country = Options.parse(options).country
  }

  override async authenticate(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const shown = await this.check(data)
    if (!shown) {
      return { success: false, error: WRONG }
    }
    const authIdentity = await find(identities, shown.phone)
    if (!authIdentity) {
      return { success: false, error: "There is no login with this phone number. Register it first." }
    }

    return (await this.services.one_time_code.consumeCode(shown.code))
      ? { success: true, authIdentity }
      : { success: false, error: WRONG }
  }

  /** One number is one login: of two that register it at the same moment, the database lets one through. */
  override async register(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const shown = await this.check(data)
    if (!shown) {
      return { success: false, error: WRONG }
    }
    if (await find(identities, shown.phone)) {
      // Core answers a registration without asking for a second factor, so it must never open a login that exists.
      return { success: false, error: "There is a login with this phone number. Sign in." }
    }
    if (!(await this.services.one_time_code.consumeCode(shown.code))) {
      return { success: false, error: WRONG }
    }
    const authIdentity = await identities.create({
      entity_id: shown.phone,
      user_metadata: { phone: shown.phone },
    })
    await this.recordVerified(authIdentity.id, shown.phone)

    return { success: true, authIdentity }
  }

  private async check(data: AuthenticationInput): Promise<Shown | null> {
    const proof = Proof.safeParse(data.body)
    const phone = proof.success ? parsePhone(proof.data.phone, this.country)?.number : undefined
    if (!proof.success || !phone) {
      return null
    }
    const code = await this.services.one_time_code.tryCode({
      purpose: "sign_in",
      subject: "",
      destination: phone,
      asker: currentNetwork(),
      code: proof.data.code,
    })

    return code ? { phone, code } : null
  }

  private async recordVerified(authIdentityId: string, phone: string): Promise<void> {
    const now = new Date()
    await this.services.authVerificationService.create({
      auth_identity_id: authIdentityId,
      entity_id: phone,
      entity_type: "phone",
      code_provider: "code",
      requested_at: now,
      verified_at: now,
    })
  }
}

async function find(identities: AuthIdentityProviderService, phone: string): Promise<AuthIdentityDTO | null> {
  try {
    return await identities.retrieve({ entity_id: phone })
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) {
      return null
    }
    throw error
  }
}
