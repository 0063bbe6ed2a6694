import type { Context, INotificationModuleService, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { deliverMessage } from "../../lib/deliver-message"
import { ErrorCode, invalidData, tooManyRequests } from "../../lib/errors"
import { parsePhone } from "../../lib/phone"
import { queryRows } from "../../lib/sql"
import { maskDestination } from "./domain/destination"
import {
  CODE_TTL_SECONDS,
  DESTINATION_SENDS,
  FACTOR_WINDOW_SECONDS,
  RESEND_AFTER_SECONDS,
  type SmsPeriod,
  secondsLeft,
  secondsUntilNextSend,
  smsPeriods,
} from "./domain/limits"
import { codeFrom, hashingKey, hashOf, isSameCode, newSeed } from "./hash"
import { OneTimeCode } from "./models/one-time-code"
import * as pairRows from "./pair-rows"
import * as rows from "./rows"
import {
  type Asking,
  type CodeChannel,
  type CodeKey,
  type CountMessageInput,
  type FactorTry,
  type IssueCodeInput,
  type IssuedCode,
  isOpenToAll,
  OneTimeCodeOptions,
  type Pair,
  PURPOSES,
  type RightCode,
  type SentCode,
  type TryCodeInput,
} from "./types"

type Container = { logger: Logger; notification?: INotificationModuleService }

/** Codes of six digits, what it costs to send them, and the memory of second factors that were shown. */
class OneTimeCodeModuleService extends MedusaService({ OneTimeCode }) {
  private readonly options: z.infer<typeof OneTimeCodeOptions>
  private readonly key: Buffer
  private readonly told = new Set<string>()

  constructor(
    private readonly container: Container,
    options?: unknown
  ) {
    super(container)
    this.options = OneTimeCodeOptions.parse(options)
    this.key = hashingKey(this.options.secret)
  }

  /** Makes a code and sends it. The code itself leaves by the message alone. */
  async sendCode(input: IssueCodeInput): Promise<SentCode> {
    const { code, expires_at } = await this.issueCode(input)
    const { notification, logger } = this.container
    if (!notification) {
      throw new RangeError("the module of one-time codes needs the notification module")
    }
    await deliverMessage(
      { notifications: notification, logger },
      {
        channel: input.channel,
        to: input.destination,
        template: PURPOSES[input.purpose],
        data: { code, minutes: String(CODE_TTL_SECONDS / 60) },
      }
    )

    return {
      sent_to: maskDestination(input.destination),
      expires_at,
      resend_after_seconds: RESEND_AFTER_SECONDS,
    }
  }

  /** Makes a code, or gives the one that is open again; the message is paid for before there is a code to send. */
  @InjectTransactionManager()
  async issueCode(input: IssueCodeInput, @MedusaContext() sharedContext: Context = {}): Promise<IssuedCode> {
    const { purpose, subject, destination, now = new Date() } = input
    await this.countMessage({ ...input, now }, sharedContext)
    const key = { purpose, subject, destination }
    const { seed, expires_at } = await rows.saveCode(sharedContext, key, newSeed(), now)

    return { code: this.codeOf(key, seed), expires_at }
  }

  /**
   * Counts a message to a destination, for its asker and for the destination, and SMS only within the budget and to the
   * countries that are served. Throws when it must not be sent.
   */
  @InjectTransactionManager()
  async countMessage(input: CountMessageInput, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    const { channel, destination, purpose, now = new Date() } = input
    const pair = this.pairOf(input)
    const counted = await pairRows.countPairSend(sharedContext, pair, now)
    if (!counted) {
      throw tooSoon(secondsUntilNextSend(await pairRows.pairSends(sharedContext, pair), now))
    }
    // A second factor goes where its login has bound it, and only after the password.
    const isOwn = counted.is_proven || purpose === "second_factor"
    if (!isOwn && !(await pairRows.countDestinationSend(sharedContext, destination, now))) {
      const sends = await pairRows.destinationSends(sharedContext, destination)
      throw tooSoon(secondsUntilNextSend(sends, now, DESTINATION_SENDS))
    }
    await this.countNotice({ channel, destination, now }, sharedContext)
  }

  /** Counts a message that no request can repeat, such as a warning: it may cost an SMS and waits for nothing. */
  @InjectTransactionManager()
  async countNotice(
    { channel, destination, now = new Date() }: { channel: CodeChannel; destination: string; now?: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    if (channel === "sms") {
      await this.countSms(sharedContext, destination, now)
    }
  }

  private async countSms(context: Context, destination: string, now: Date): Promise<void> {
    const { countries, ...limits } = this.options.sms
    const country = parsePhone(destination, countries[0] ?? "")?.country
    if (!country || !countries.includes(country)) {
      throw invalidData(ErrorCode.PHONE_COUNTRY_REFUSED, "Phone numbers of this country are not served.")
    }
    const periods = smsPeriods(country, limits, now)
    const counted = await rows.countSms(context, periods)
    const full = periods.filter(({ scope }) => !counted.includes(scope))
    if (full.length) {
      this.tellOperator(country, full)
      throw tooManyRequests(
        ErrorCode.SMS_BUDGET_USED_UP,
        "No SMS can be sent at the moment. Try again later.",
        Math.max(...full.map(({ seconds_left }) => seconds_left))
      )
    }
  }

  /** Once for each period and process: whoever pumps SMS shall not fill the log as well. */
  private tellOperator(country: string, full: SmsPeriod[]): void {
    const news = full
      .map(({ scope, limit, period_start }) => `${scope} from ${period_start.toISOString()} (${limit})`)
      .filter((line) => !this.told.has(line))
    if (this.told.size > 1000) {
      this.told.clear()
    }
    for (const line of news) {
      this.told.add(line)
      this.container.logger.error(`SMS are refused, now to ${country}: the budget is used up of the ${line}.`)
    }
  }

  /**
   * Uses up one try of the asker, and of all askers together where anybody may ask. It counts over all codes that are
   * open. A right code is not spent yet: `consumeCode` does that, for one caller alone.
   */
  @InjectManager()
  async tryCode(
    input: TryCodeInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RightCode | null> {
    const { now = new Date(), destination, purpose } = input
    const pair = this.pairOf(input)
    const taken = await pairRows.takePairTry(sharedContext, pair, now)
    const isFree = taken?.is_proven || !isOpenToAll(purpose)
    if (!taken || !(isFree || (await pairRows.takeDestinationTry(sharedContext, destination, now)))) {
      return null
    }
    const open = await rows.findOpenCode(sharedContext, input, now)
    const seed = open?.seeds.find((one) => isSameCode(this.codeOf(input, one), input.code))

    return open && seed ? { ...pair, id: open.id, seed } : null
  }

  @InjectManager()
  async consumeCode(
    code: RightCode,
    now: Date = new Date(),
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const isConsumed = await rows.consume(sharedContext, code, now)
    if (isConsumed) {
      await pairRows.provePair(sharedContext, code, now)
    }

    return isConsumed
  }

  /** Whether the code was right, for the one caller who may use it. */
  async redeemCode(input: TryCodeInput): Promise<boolean> {
    const code = await this.tryCode(input)

    return code !== null && (await this.consumeCode(code, input.now))
  }

  /** Remembers a code that is shown as a second factor. False when it was shown before: nobody may use it again. */
  @InjectManager()
  async claimFactorCode(
    input: { auth_identity_id: string; code: string; now?: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const { auth_identity_id, code, now = new Date() } = input

    return rows.claimUsedCode(sharedContext, auth_identity_id, hashOf(this.key, ["used", code]), now)
  }

  /** Takes one of the tries that a login has at its second factors, over all its challenges and sign-ins. */
  @InjectManager()
  async takeFactorTry(
    input: { auth_identity_id: string; now?: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<FactorTry> {
    const { auth_identity_id, now = new Date() } = input
    const startedAt = await rows.takeFactorTry(sharedContext, auth_identity_id, now)

    return startedAt
      ? { is_allowed: false, retry_after_seconds: secondsLeft(startedAt, FACTOR_WINDOW_SECONDS, now) }
      : { is_allowed: true }
  }

  @InjectManager()
  async forgetFactorTries(
    authIdentityId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(sharedContext, `delete from factor_attempt where auth_identity_id = ?`, [authIdentityId])
  }

  @InjectManager()
  async sweep(now: Date = new Date(), @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await rows.sweep(sharedContext, now)
  }

  private codeOf({ purpose, subject, destination }: CodeKey, seed: string): string {
    return codeFrom(this.key, ["code", purpose, subject, destination, seed])
  }

  /** The asker is kept as a hash: who signs in from where is nobody's to read. */
  private pairOf({ destination, asker }: Asking): Pair {
    return { destination, asker_hash: hashOf(this.key, ["asker", destination, asker]) }
  }
}

const tooSoon = (seconds: number) =>
  tooManyRequests(
    ErrorCode.RESEND_LIMITED,
    "A message was sent a moment ago. Wait before you ask for another.",
    Math.max(1, seconds)
  )

export default OneTimeCodeModuleService
