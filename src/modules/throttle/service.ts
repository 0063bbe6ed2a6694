import { createHash } from "node:crypto"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { Redis } from "ioredis"
import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible"
import { networkOf } from "../../lib/ip-network"
import { queryRows } from "../../lib/sql"
import { limitsOf, lockSeconds, type Topic } from "./domain/limits"
import { buildLimiters, outageReporter, type Store, TABLE, type TopicLimiters } from "./limiters"
import { ThrottleCounter } from "./models/throttle-counter"
import type { Admission, Attempt, AttemptInput } from "./types"

const ThrottleSettings = z.object({
  redis_url: z.string().optional(),
  /** Widens every limit; 0 shuts them off. */
  factor: z.number().min(0).default(1),
})

/** How much of a row is kept after it ran out: nothing reads it, but a clock of another process may be behind. */
const PURGE_AFTER_MS = 60 * 60 * 1000
const PURGE_BATCH = 10_000

/**
 * Counts attempts, for all processes together. Every counter is raised by one atomic statement before the attempt is
 * looked at, so any number of parallel guesses are admitted up to the limit and no further.
 */
class ThrottleModuleService extends MedusaService({ ThrottleCounter }) {
  private readonly limiters: Map<Topic, TopicLimiters> | null
  private readonly redis: Redis | null

  constructor(container: Record<string, unknown>, options?: unknown) {
    super(container)
    const { redis_url, factor } = ThrottleSettings.parse(options ?? {})
    const logger = container[ContainerRegistrationKeys.LOGGER] as Logger
    this.redis = redis_url ? connect(redis_url, logger) : null
    const store: Store = this.redis
      ? { kind: "redis", client: this.redis }
      : { kind: "postgres", knex: container[ContainerRegistrationKeys.PG_CONNECTION] as object }
    if (factor === 0) {
      logger.warn("The limits on sign-ins are off. Nothing stops guessing of passwords.")
    }
    this.limiters = factor === 0 ? null : buildLimiters({ store, factor, on_outage: outageReporter(logger) })
  }

  readonly __hooks = {
    onApplicationShutdown: async () => {
      this.redis?.disconnect()
    },
  }

  /** Counts an attempt and says whether it may be made. What is refused here must not be looked at. */
  async admit({ topic, ip, account }: AttemptInput): Promise<Admission> {
    const attempt = attemptOf({ topic, ip, account })
    const limiters = this.limiters?.get(topic)
    if (!limiters) {
      return { is_admitted: true, attempt }
    }
    const wait_ms =
      (await consume(limiters.ip, attempt.ip)) ??
      (await consumePair(limiters, attempt)) ??
      (await consumeAccount(limiters, attempt))

    return wait_ms === null
      ? { is_admitted: true, attempt }
      : { is_admitted: false, retry_after_seconds: Math.max(Math.ceil(wait_ms / 1000), 1) }
  }

  /** Gives back what a successful attempt has counted, where only failures count. */
  async forgive({ topic, ip, account, pair }: Attempt): Promise<void> {
    const limiters = this.limiters?.get(topic)
    if (!limiters || !limitsOf(topic).refunds) {
      return
    }
    const growing = limitsOf(topic).growing === "pair" ? pair : account
    await Promise.all([
      limiters.ip.reward(ip),
      pair && limiters.pair?.delete(pair),
      pair && limiters.known.set(pair, 1, limiters.known.duration),
      account &&
        (limitsOf(topic).growing === "account"
          ? limiters.account?.delete(account)
          : limiters.account?.reward(account)),
      growing && limiters.locks.delete(growing),
    ])
  }

  /** Deletes counters that ran out, in a batch of bounded size; Redis does so itself. */
  @InjectManager()
  async purge(now: Date, @MedusaContext() sharedContext: Context = {}): Promise<number> {
    const rows = await queryRows(
      sharedContext,
      `delete from ${TABLE} where key in (select key from ${TABLE} where expire < ? limit ?) returning key`,
      [now.getTime() - PURGE_AFTER_MS, PURGE_BATCH]
    )

    return rows.length
  }
}

/** Milliseconds until the next attempt, or null when this one may be made. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)

    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return refusal.msBeforeNext
    }
    throw refusal
  }
}

async function consumePair(limiters: TopicLimiters, { topic, pair }: Attempt): Promise<number | null> {
  if (!limiters.pair || !pair) {
    return null
  }

  return limitsOf(topic).growing === "pair"
    ? consumeGrowing(limiters.pair, limiters.locks, pair)
    : consume(limiters.pair, pair)
}

/** An address that the account has signed in from is not held to the account's limit: guesses of others do not shut it out. */
async function consumeAccount(limiters: TopicLimiters, attempt: Attempt): Promise<number | null> {
  const { topic, account, pair } = attempt
  if (!limiters.account || !account) {
    return null
  }
  if (limitsOf(topic).growing === "account") {
    return consumeGrowing(limiters.account, limiters.locks, account)
  }
  const wait_ms = await consume(limiters.account, account)
  if (wait_ms === null || !pair) {
    return wait_ms
  }
  if (await limiters.known.get(pair)) {
    return null
  }
  // Nothing was tried, so the next lock of the pair must not come sooner.
  await limiters.pair?.reward(pair)

  return wait_ms
}

/** The attempt that goes over the limit sets the lock, a longer one each time; those after it only wait. */
async function consumeGrowing(
  limiter: RateLimiterAbstract,
  locks: RateLimiterAbstract,
  key: string
): Promise<number | null> {
  try {
    await limiter.consume(key)

    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) {
      throw refusal
    }
    if (refusal.consumedPoints !== limiter.points + 1) {
      return refusal.msBeforeNext
    }
    const { consumedPoints: count } = await locks.penalty(key)
    const seconds = lockSeconds(count)
    await limiter.block(key, seconds)

    return seconds * 1000
  }
}

function attemptOf({ topic, ip, account }: AttemptInput): Attempt {
  const network = networkOf(ip)

  return {
    topic,
    ip: network,
    account: account === null ? null : hash(account),
    pair: account === null ? null : hash(`${account} ${network}`),
  }
}

/** Keys say nothing about whom they count. */
const hash = (text: string): string => createHash("sha256").update(text).digest("base64url")

/** After that Redis counts as away; it answers in less than a millisecond. */
const REDIS_TIMEOUT_MS = 1000

/** Fails at once when Redis is away, and soon when it hangs, so that the substitute takes over instead of a queue. */
function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: REDIS_TIMEOUT_MS,
  })
  redis.on("error", (error) => logger.warn(`The Redis of the rate limits: ${error.message}`))

  return redis
}

export default ThrottleModuleService
