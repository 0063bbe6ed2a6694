import type { Logger } from "@medusajs/framework/types"
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from "rate-limiter-flexible"
import {
  KNOWN_PAIR_SECONDS,
  type Limit,
  LOCKS_REMEMBERED_SECONDS,
  limitsOf,
  TOPICS,
  type Topic,
} from "./domain/limits"

export const TABLE = "throttle_counter"

/** Where the counters are kept: Redis when it is configured, else the project's own database connection. */
export type Store = { kind: "postgres"; knex: object } | { kind: "redis"; client: object }

export type TopicLimiters = {
  ip: RateLimiterAbstract
  pair?: RateLimiterAbstract
  account?: RateLimiterAbstract
  locks: RateLimiterAbstract
  known: RateLimiterAbstract
}

type Build = { store: Store; factor: number; on_outage: () => void }

const NO_LIMIT = 2_147_483_647

export function buildLimiters(build: Build): Map<Topic, TopicLimiters> {
  return new Map(TOPICS.map((topic) => [topic, limitersOf(topic, build)]))
}

function limitersOf(topic: Topic, build: Build): TopicLimiters {
  const { ip, pair, account } = limitsOf(topic)
  const widened = ({ points, seconds }: Limit) => ({ points: Math.ceil(points * build.factor), seconds })
  const make = (kind: string, limit: Limit) => limiter(`${topic}:${kind}`, limit, build)

  return {
    ip: make("ip", widened(ip)),
    ...(pair ? { pair: make("pair", widened(pair)) } : {}),
    ...(account ? { account: make("account", widened(account)) } : {}),
    locks: make("locks", { points: NO_LIMIT, seconds: LOCKS_REMEMBERED_SECONDS }),
    known: make("known", { points: NO_LIMIT, seconds: KNOWN_PAIR_SECONDS }),
  }
}

function limiter(keyPrefix: string, { points, seconds }: Limit, build: Build): RateLimiterAbstract {
  const options = { keyPrefix, points, duration: seconds }
  const insured = { ...options, insuranceLimiter: new Substitute(options, build.on_outage) }

  return build.store.kind === "redis"
    ? new RateLimiterRedis({ ...insured, storeClient: build.store.client })
    : new RateLimiterPostgres({
        ...insured,
        storeClient: build.store.knex,
        storeType: "knex",
        tableName: TABLE,
        tableCreated: true,
        clearExpiredByTimeout: false,
      })
}

/** Counts in this process's memory while the store does not answer: a lock that is out of order stays locked. */
class Substitute extends RateLimiterMemory {
  constructor(
    options: IRateLimiterOptions,
    private readonly onUse: () => void
  ) {
    super(options)
  }

  override consume(...args: Parameters<RateLimiterMemory["consume"]>) {
    this.onUse()

    return super.consume(...args)
  }
}

const SILENCE_MS = 60_000

/** Says so in the log, at most once a minute, however many attempts come. */
export function outageReporter(logger: Pick<Logger, "error">): () => void {
  let said_at = 0

  return () => {
    const now = Date.now()
    if (now - said_at > SILENCE_MS) {
      said_at = now
      logger.error("The store of the rate limits does not answer: attempts are counted in memory meanwhile.")
    }
  }
}
