import type {
  ConfirmAuthVerificationDTO,
  Context,
  IAuthVerificationProvider,
  RequestAuthVerificationDTO,
} from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { VerificationRow, VerificationService } from "../../lib/auth-internals"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"
import { parsePhone } from "../../lib/phone"
import type OneTimeCodeModuleService from "../../modules/one-time-code/service"

type Container = {
  one_time_code: OneTimeCodeModuleService
  authVerificationService: VerificationService
}

const Options = z.object({ country: z.string() })

/**
 * Confirms that an e-mail address or a phone number is somebody's, by six digits sent to it. The code goes out from
 * here and never into an answer or an event.
 */
export class CodeVerificationProvider implements IAuthVerificationProvider {
  static identifier = "code"

  static validateOptions(options: Record<string, unknown>): void {
    Options.parse(options)
  }

  readonly identifier = CodeVerificationProvider.identifier
  private readonly country: string

  constructor(
    private readonly services: Container,
    options: unknown
  ) {
    this.country = Options.parse(options).country
  }

  async request(data: RequestAuthVerificationDTO, context: Context = {}): Promise<VerificationRow> {
    const destination = this.destinationOf(data)
    const verifications = this.services.authVerificationService
    const { auth_identity_id, entity_type } = data
    const [known] = await verifications.list(
      { auth_identity_id, entity_id: destination, entity_type },
      { take: 1 },
      context
    )
    if (known?.verified_at) {
      return known
    }
    await this.services.one_time_code.sendCode({
      purpose: "verification",
      subject: auth_identity_id,
      destination,
      asker: auth_identity_id,
      channel: entity_type === "phone" ? "sms" : "email",
    })
    const requested = { code_provider: this.identifier, requested_at: new Date() }

    return known
      ? verifications.update({ id: known.id, provider_metadata: null, ...requested }, context)
      : verifications.create({ auth_identity_id, entity_id: destination, entity_type, ...requested }, context)
  }

  /** The code names nothing but itself, so it is held against what this login asked for last. */
  async confirm(data: ConfirmAuthVerificationDTO, context: Context = {}): Promise<VerificationRow> {
    const { auth_identity_id, code } = data
    const [asked] = auth_identity_id
      ? await this.services.authVerificationService.list(
          { auth_identity_id, code_provider: this.identifier, verified_at: null },
          { take: 1, order: { requested_at: "DESC" } },
          context
        )
      : []
    const isRight =
      asked &&
      (await this.services.one_time_code.redeemCode({
        purpose: "verification",
        subject: asked.auth_identity_id,
        destination: asked.entity_id,
        asker: asked.auth_identity_id,
        code,
      }))
    if (!isRight) {
      throw notAllowed(ErrorCode.CODE_INVALID, "The code is wrong or has expired.")
    }

    return this.services.authVerificationService.update({ id: asked.id, verified_at: new Date() }, context)
  }

  private destinationOf({ entity_type, entity_id }: RequestAuthVerificationDTO): string {
    if (entity_type !== "phone") {
      return entity_id
    }
    const phone = parsePhone(entity_id, this.country)
    if (!phone) {
      throw invalidData(ErrorCode.PHONE_INVALID, "This is not the number of a mobile phone.")
    }

    return phone.number
  }
}
