import { z } from "@medusajs/framework/zod"
import { encryptionKeys } from "./key-ring"

/** A signing secret: long enough that nobody guesses it. There is no default on purpose. */
const secret = z.string().min(32, "must have at least 32 characters")
const GOOGLE = ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_CALLBACK_URL"] as const
const FLUTTERWAVE = ["FLUTTERWAVE_SECRET_KEY", "FLUTTERWAVE_WEBHOOK_HASH"] as const
const seconds = z.coerce.number().int().min(60).max(31_536_000)
const basisPoints = z.coerce.number().int().min(0).max(10_000)
const countryCode = z.string().regex(/^[A-Z]{2}$/, "must be a country's code of two letters")
const reasons = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((list) =>
      list
        .split(",")
        .map((reason) => reason.trim())
        .filter(Boolean)
    )
const smsLimit = z.coerce.number().int().min(0).max(1_000_000)
/** As links are built and compared: `https://API.example:443/` is `https://api.example`. */
const oneSpelling = (url: string) => new URL(url).href.replace(/\/+$/, "")

const Env = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    JWT_SECRET: secret,
    COOKIE_SECRET: secret,
    /** Encrypt what has to be read back, as bank account numbers: the first writes, all read (`npm run keys:rotate`). */
    ENCRYPTION_KEYS: encryptionKeys,
    /** Set to false only where the server is reached over plain HTTP, as in the local demo. */
    COOKIE_SECURE: z.stringbool().optional(),
    /** How many proxies stand in front: that many addresses of X-Forwarded-For are believed, and none further. */
    TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(1),
    /** How long a sign-in lasts without being renewed, and how old it may become however often it is renewed. */
    SESSION_TTL_SECONDS_CUSTOMER: seconds.default(86_400),
    SESSION_MAX_AGE_SECONDS_CUSTOMER: seconds.default(2_592_000),
    SESSION_TTL_SECONDS_USER: seconds.default(3600),
    SESSION_MAX_AGE_SECONDS_USER: seconds.default(43_200),
    /** Sign-in by Google for buyers: all three or none. */
    GOOGLE_CLIENT_ID: z.string().min(1).optional(),
    GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
    GOOGLE_CALLBACK_URL: z.url().optional(),
    STORE_CORS: z.string().default("http://localhost:8000"),
    ADMIN_CORS: z.string().default("http://localhost:9000,http://localhost:5173"),
    /** The pages that may call `/vendor`; those of the dashboard unless set. */
    VENDOR_CORS: z.string().optional(),
    AUTH_CORS: z.string().default("http://localhost:9000,http://localhost:5173,http://localhost:8000"),
    /** Where the dashboard is reached: links in messages to staff and to people of shops begin with it. */
    /** Of those that Medusa's dashboard speaks, by its codes, or `all`; read when it is built. */
    ADMIN_LANGUAGES: z
      .string()
      .regex(/^\w+(,\w+)*$/)
      .default("en,fr"),
    ADMIN_URL: z.url().default("http://localhost:9000/app"),
    /** Other origins that the dashboard calls, comma separated, as an S3 store that takes files for the import. */
    ADMIN_CONNECT_ORIGINS: z.string().default(""),
    ADMIN_DISABLED: z.stringbool().default(false),
    PAYSTACK_SECRET_KEY: z.string().startsWith("sk_").optional(),
    PAYSTACK_BASE_URL: z.url().default("https://api.paystack.co"),
    /** Flutterwave, version 3: the key and the dashboard's secret hash, or neither. */
    FLUTTERWAVE_SECRET_KEY: z.string().startsWith("FLWSECK").optional(),
    FLUTTERWAVE_WEBHOOK_HASH: z.string().min(16, "must have at least 16 characters").optional(),
    FLUTTERWAVE_BASE_URL: z.url().default("https://api.flutterwave.com/v3"),
    /** Whom Kenyan wallets are told to have a payout from: `Name|KE|254712345678`. */
    FLUTTERWAVE_SENDER: z
      .string()
      .regex(
        /^[^|]{2,80}\|[A-Z]{2}\|\d{7,15}$/,
        "must be a name, a country and a phone number: Name|KE|254712345678"
      )
      .transform((text) => text.split("|"))
      .transform(([name, country_code, mobile_number]) => ({ name, country_code, mobile_number }))
      .optional(),
    /**
     * The platform's own accounts that buyers may send transfers to, as JSON by currency:
     * `{"ngn":{"bank_name":"...","account_name":"...","account_number":"..."}}`; without it that is off.
     */
    BANK_TRANSFER_ACCOUNTS: z
      .string()
      .transform((text, issues) => {
        try {
          return JSON.parse(text) as unknown
        } catch {
          issues.addIssue({ code: "custom", message: "must be JSON" })
          return z.NEVER
        }
      })
      .optional(),
    /** Platform commission on items, in basis points, for vendors without a rate of their own. */
    COMMISSION_RATE_BPS: basisPoints.default(1000),
    /** Tax on the commission (VAT), which shops pay on top of it; 750 in Nigeria. */
    COMMISSION_TAX_RATE_BPS: basisPoints.default(0),
    /** What shops withhold of the commission, to pay it to the tax office in the platform's name. */
    COMMISSION_WITHHOLDING_RATE_BPS: basisPoints.default(0),
    /** Why a refund charges the fee that the gateway does not give back to the shop; comma separated. */
    REFUND_FEE_VENDOR_REASONS: reasons(
      "canceled_by_shop,not_confirmed,not_shipped,not_received,damaged,not_as_described,wrong_item"
    ),
    /** Why a refund leaves that fee to the buyer, who gets so much less; in every other case the platform bears it. */
    REFUND_FEE_BUYER_REASONS: reasons(""),
    /**
     * How often the inbox is retried and payments are reconciled, as a cron expression; every day at least, because
     * Medusa's in-memory scheduler cannot wait longer than 24 days and would run without a pause.
     */
    RECONCILE_SCHEDULE: z.string().default("* * * * *"),
    /** How often gateways are asked what they paid out and hold. */
    SETTLEMENT_SCHEDULE: z.string().default("*/15 * * * *"),
    /** When all that gateways say is compared with the books. */
    NIGHTLY_SCHEDULE: z.string().default("30 2 * * *"),
    HOURLY_SCHEDULE: z.string().default("17 * * * *"),
    EVENT_SCHEDULE: z.string().default("*/10 * * * * *"),
    /** How often sums of reports are brought up to what has happened. */
    REPORT_SCHEDULE: z.string().default("* * * * *"),
    /** Where shared counters are kept when several servers run; without it the database keeps them. */
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    /** Widens every limit on sign-ins, or narrows it below 1; 0 shuts them off, for measuring alone. */
    RATE_LIMIT_FACTOR: z.coerce.number().min(0).max(10_000).default(1),
    /** Where buyers land who open a link of ours; `/reset-password` is theirs to show. */
    STOREFRONT_URL: z.url().default("http://localhost:8000"),
    /** Where the dashboard of this server is reached, for links in messages to staff and people of shops. */
    BACKEND_URL: z.url().default("http://localhost:9000").transform(oneSpelling),
    /** Other hosts, comma separated, at which the pictures of shops may lie: whoever runs them can swap what was approved. */
    IMAGE_HOSTS: z
      .string()
      .default("")
      .transform((list) => list.split(",").map((host) => host.trim().toLowerCase().replace(/:443$/, "")))
      .transform((hosts) => hosts.filter(Boolean)),
    /** A file that takes all messages instead of phones and mailboxes: tests and the local demo alone. */
    MESSAGE_OUTBOX: z.string().min(1).optional(),
    /** Encrypts the secrets of second factors; without it nobody can add one. */
    AUTH_MFA_ENCRYPTION_KEY: secret.optional(),
    /** Whether a login by e-mail and password has to confirm its address first; on in production unless set. */
    REQUIRE_EMAIL_VERIFICATION: z.stringbool().optional(),
    /** The country of phone numbers that are written without one, as ISO 3166 alpha-2. */
    PHONE_COUNTRY: countryCode.default("NG"),
    /** The countries that SMS are sent to. Each further one is a further door for those who earn by SMS they cause. */
    SMS_COUNTRIES: z
      .string()
      .default("NG,GH,KE,ZA,CI,SN,UG,TZ,RW,CM")
      .transform((list) => list.split(",").map((code) => code.trim()))
      .pipe(z.array(countryCode).min(1)),
    SMS_HOURLY_LIMIT: smsLimit.default(500),
    SMS_DAILY_LIMIT: smsLimit.default(5000),
    SMS_COUNTRY_DAILY_LIMIT: smsLimit.default(2000),
  })
  .superRefine((env, issues) => {
    const isPublic = env.NODE_ENV === "production" && env.COOKIE_SECURE !== false
    if (isPublic && env.MESSAGE_OUTBOX) {
      issues.addIssue({ code: "custom", path: ["MESSAGE_OUTBOX"], message: "must not be set in production" })
    }
    for (const name of GOOGLE.filter((key) => GOOGLE.some((other) => env[other]) && !env[key])) {
      issues.addIssue({ code: "custom", path: [name], message: "is needed with the other two of Google's" })
    }
    for (const name of FLUTTERWAVE.filter((key) => FLUTTERWAVE.some((other) => env[other]) && !env[key])) {
      issues.addIssue({
        code: "custom",
        path: [name],
        message: "is needed with the other one of Flutterwave's",
      })
    }
    if (env.NODE_ENV === "production" && !env.AUTH_MFA_ENCRYPTION_KEY) {
      issues.addIssue({
        code: "custom",
        path: ["AUTH_MFA_ENCRYPTION_KEY"],
        message: "is needed in production",
      })
    }
  })

export type Env = z.infer<typeof Env>

/** Parses an environment, failing with the name of each variable that is missing or wrong. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = Env.safeParse(source)
  if (!parsed.success) {
    throw new Error(`The environment is not complete:\n${z.prettifyError(parsed.error)}`)
  }

  return parsed.data
}

let cached: Env | undefined

/** The process's environment, read and checked once. Nothing else in the project reads `process.env`. */
export function loadEnv(): Env {
  cached ??= parseEnv(process.env)

  return cached
}
