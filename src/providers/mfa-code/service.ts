import type {
  AuthMfaDTO,
  AuthMfaProvider,
  AuthMfaStartDTO,
  AuthMfaStartResponse,
  AuthMfaVerifyDTO,
  Context,
} from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { FactorRow, FactorService } from "../../lib/auth-internals"
import { parseEmail } from "../../lib/email"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../lib/errors"
import { parsePhone } from "../../lib/phone"
import type AccessModuleService from "../../modules/access/service"
import { maskDestination } from "../../modules/one-time-code/domain/destination"
import { isPhoneResting } from "../../modules/one-time-code/domain/limits"
import type OneTimeCodeModuleService from "../../modules/one-time-code/service"

type Container = {
  access: AccessModuleService
  one_time_code: OneTimeCodeModuleService
  authMfaFactorService: FactorService
}

const Options = z.object({ channel: z.enum(["sms", "email"]), country: z.string() })

const Destination = z.object({ destination: z.string().max(254) })

/**
 * A second factor by one-time codes, to a phone or a mailbox that was bound, and proven, when it was added. It is
 * registered once for each channel. SMS rest after a change of phone: they are still asked for, and refused.
 */
export class CodeMfaProvider implements AuthMfaProvider {
  static identifier = "code"

  static validateOptions(options: Record<string, unknown>): void {
    Options.parse(options)
  }

  readonly method: "sms" | "email"
  private readonly options: z.infer<typeof Options>

  constructor(
    private readonly services: Container,
    options: unknown
  ) {
    this.options = Options.parse(options)
    this.method = this.options.channel
  }

  async canVerifyForAuthIdentity(data: { auth_identity_id: string }, context?: Context): Promise<boolean> {
    return Boolean(await this.enabledFactor(data.auth_identity_id, context))
  }

  async start(data: AuthMfaStartDTO, context?: Context): Promise<AuthMfaStartResponse> {
    const { auth_identity_id } = data
    await this.assertNotResting(auth_identity_id)
    const destination = this.readDestination(data.metadata)
    const factor = await this.keepPending({ auth_identity_id, destination }, context)
    await this.services.one_time_code.sendCode({
      purpose: "factor_setup",
      subject: factor.id,
      destination,
      asker: auth_identity_id,
      channel: this.method,
    })

    return { mfa: shown(factor) }
  }

  async verifySetup(data: AuthMfaVerifyDTO, context?: Context): Promise<AuthMfaDTO> {
    const factor = await this.services.authMfaFactorService.retrieve(data.id, {}, context)
    const destination = factor.metadata?.destination
    if (factor.provider !== this.method || factor.status !== "pending" || !destination) {
      throw notFound(ErrorCode.FACTOR_NOT_FOUND, "There is no such factor to confirm.")
    }
    await this.assertNotResting(factor.auth_identity_id)
    const isRight = await this.services.one_time_code.redeemCode({
      purpose: "factor_setup",
      subject: factor.id,
      destination,
      asker: factor.auth_identity_id,
      code: data.code,
    })
    if (!isRight) {
      throw notAllowed(ErrorCode.CODE_INVALID, "The code is wrong or has expired.")
    }

    return shown(
      await this.services.authMfaFactorService.update({ id: factor.id, status: "enabled" }, context)
    )
  }

  async verify(data: { auth_identity_id: string; code: string }, context?: Context): Promise<boolean> {
    const factor = await this.enabledFactor(data.auth_identity_id, context)
    const destination = factor?.metadata?.destination
    if (!destination) {
      return false
    }
    await this.assertNotResting(data.auth_identity_id)

    return this.services.one_time_code.redeemCode({
      purpose: "second_factor",
      subject: data.auth_identity_id,
      destination,
      asker: data.auth_identity_id,
      code: data.code,
    })
  }

  private async assertNotResting(authIdentityId: string): Promise<void> {
    if (this.method !== "sms") {
      return
    }
    const [mark] = await this.services.access.listAccessMarks({ auth_identity_id: authIdentityId })
    if (isPhoneResting(mark?.phone_changed_at ?? null, new Date())) {
      throw notAllowed(
        ErrorCode.FACTOR_RESTING,
        "The phone number of this login was changed a few days ago. Use another second factor."
      )
    }
  }

  private async enabledFactor(authIdentityId: string, context?: Context): Promise<FactorRow | undefined> {
    const filters = { auth_identity_id: authIdentityId, provider: this.method, status: "enabled" }
    const [factor] = await this.services.authMfaFactorService.list(filters, { take: 1 }, context)

    return factor
  }

  /** One that was never confirmed is begun again, to the new destination: who lost its code would be stuck with it. */
  private async keepPending(
    { auth_identity_id, destination }: { auth_identity_id: string; destination: string },
    context?: Context
  ): Promise<FactorRow> {
    const factors = this.services.authMfaFactorService
    const of = { auth_identity_id, provider: this.method }
    const [known] = await factors.list({ ...of, status: ["pending", "enabled"] }, { take: 1 }, context)
    if (known?.status === "enabled") {
      throw notAllowed(ErrorCode.FACTOR_EXISTS, "There is such a factor already. Remove it first.")
    }
    const metadata = { destination, label: maskDestination(destination) }

    return known
      ? factors.update({ id: known.id, metadata }, context)
      : factors.create({ ...of, status: "pending", metadata }, context)
  }

  private readDestination(metadata: unknown): string {
    const read = Destination.safeParse(metadata)
    const text = read.success ? read.data.destination.trim() : ""
    if (this.method === "email") {
      const email = parseEmail(text)
      if (email) {
        return email
      }
      throw invalidData(ErrorCode.REQUEST_MALFORMED, "metadata.destination must be an e-mail address.")
    }
    const phone = parsePhone(text, this.options.country)
    if (!phone) {
      throw invalidData(ErrorCode.PHONE_INVALID, "metadata.destination must be the number of a mobile phone.")
    }

    return phone.number
  }
}

function shown({ id, auth_identity_id, provider, status, metadata }: FactorRow): AuthMfaDTO {
  return { id, auth_identity_id, provider, status, metadata }
}
