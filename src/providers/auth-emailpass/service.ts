import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityProviderService,
} from "@medusajs/framework/types"
import { AbstractAuthModuleProvider, isPresent } from "@medusajs/framework/utils"
import emailpass from "@medusajs/medusa/auth-emailpass"
import { LOGIN_EXISTS, normaliseEmail } from "../../lib/email"
import { passwordProblem } from "../../lib/password-policy"
import { Lookup } from "./lookup"
import { spendTimeOnPassword } from "./spend-time"

type ProviderClass = new (
  container: Record<string, unknown>,
  options: Record<string, unknown>
) => AbstractAuthModuleProvider

/**
 * Core's logins by e-mail and password, with one spelling for each address, a policy for what may be set as a
 * password, and the same work whether or not there is such a login.
 */
export class GuardedEmailPass extends AbstractAuthModuleProvider {
  static override identifier = "emailpass"
  static override DISPLAY_NAME = "Email/Password Authentication"

  private readonly core: AbstractAuthModuleProvider

  constructor(container: Record<string, unknown>, options: Record<string, unknown>) {
    super()
    // The package exports its provider alone, not the class inside.
    const [Core] = emailpass.services as unknown as [ProviderClass]
    this.core = new Core(container, options)
  }

  override async authenticate(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const { email, password } = data.body ?? {}
    if (typeof email !== "string" || typeof password !== "string") {
      return this.core.authenticate(data, identities)
    }
    const lookup = new Lookup(identities, this.provider, email)
    const answer = await this.core.authenticate(data, lookup.service)
    if (!answer.success && !lookup.has_password) {
      await spendTimeOnPassword(password)
    }

    return answer
  }

  override async register(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const { email, password } = data.body ?? {}
    if (typeof email !== "string" || typeof password !== "string") {
      return this.core.register(data, identities)
    }
    const problem = passwordProblem(password, normaliseEmail(email))
    if (problem) {
      return { success: false, error: problem.message }
    }
    const lookup = new Lookup(identities, this.provider, email)
    const body = { ...data.body, email: normaliseEmail(email) }
    const answer = await this.core.register({ ...data, body }, lookup.service)
    const { found } = lookup
    if (!answer.success && found && (isPresent(found.app_metadata) || !lookup.has_password)) {
      await spendTimeOnPassword(password)
    }

    return answer.success || !found ? answer : { success: false, error: LOGIN_EXISTS }
  }

  override async update(
    data: Record<string, unknown>,
    identities: AuthIdentityProviderService
  ): Promise<AuthenticationResponse> {
    const { password, entity_id } = data
    const problem =
      typeof password === "string" && typeof entity_id === "string"
        ? passwordProblem(password, normaliseEmail(entity_id))
        : null

    return problem ? { success: false, error: problem.message } : this.core.update(data, identities)
  }
}
