import { logger } from "@medusajs/framework/logger"
import { defineConfig, Modules } from "@medusajs/framework/utils"
import { secureEveryAnswer } from "./src/api/surface/answer-headers"
import { boundRouteCaches } from "./src/api/surface/bounded-routes"
import { showTextAtOnce } from "./src/lib/dashboard-fonts"
import { keepLanguages } from "./src/lib/dashboard-languages"
import { loadEnv } from "./src/lib/env"
import { withRequestIds } from "./src/lib/request-id"
import { sessionCookieOptions } from "./src/lib/session-cookie"

const env = loadEnv()

secureEveryAnswer({
  is_secure: env.COOKIE_SECURE ?? env.NODE_ENV === "production",
  is_development: env.NODE_ENV === "development",
  dashboard_calls: env.ADMIN_CONNECT_ORIGINS.split(",").filter(Boolean),
})
boundRouteCaches((message) => logger.warn(message))

const paystack = {
  secret_key: env.PAYSTACK_SECRET_KEY,
  base_url: env.PAYSTACK_BASE_URL,
}
const hasPaystack = Boolean(env.PAYSTACK_SECRET_KEY)

const flutterwave = {
  secret_key: env.FLUTTERWAVE_SECRET_KEY,
  base_url: env.FLUTTERWAVE_BASE_URL,
  webhook_hash: env.FLUTTERWAVE_WEBHOOK_HASH,
  redirect_url: env.STOREFRONT_URL,
}
const hasFlutterwave = Boolean(env.FLUTTERWAVE_SECRET_KEY)

const bank = { accounts: env.BANK_TRANSFER_ACCOUNTS, page_url: env.STOREFRONT_URL }
const hasBank = Boolean(env.BANK_TRANSFER_ACCOUNTS)

const outbox = env.MESSAGE_OUTBOX
  ? [
      {
        resolve: "./src/providers/notification-outbox",
        id: "outbox",
        options: { path: env.MESSAGE_OUTBOX, channels: ["email", "sms"] },
      },
    ]
  : []

const google = {
  clientId: env.GOOGLE_CLIENT_ID,
  clientSecret: env.GOOGLE_CLIENT_SECRET,
  callbackUrl: env.GOOGLE_CALLBACK_URL,
}
const hasGoogle = Boolean(env.GOOGLE_CLIENT_ID)

const secondFactor = (channel: "email" | "sms") => ({ channel, country: env.PHONE_COUNTRY })
const confirmedEmail = { auth_provider: "emailpass", entity_type: "email" }

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    http: {
      storeCors: env.STORE_CORS,
      adminCors: env.ADMIN_CORS,
      authCors: env.AUTH_CORS,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
      // An actor without a list could use every provider; `src/api/auth` refuses those that are not named here.
      // Google is for buyers alone: for users it would be an open door to the admin.
      authMethodsPerActor: {
        customer: ["emailpass", ...(hasGoogle ? ["google"] : []), "phone"],
        user: ["emailpass", "phone"],
      },
      authVerificationsPerActor:
        (env.REQUIRE_EMAIL_VERIFICATION ?? env.NODE_ENV === "production")
          ? { customer: [confirmedEmail], user: [confirmedEmail] }
          : {},
    },
    cookieOptions: sessionCookieOptions(env),
  },
  logger: withRequestIds(logger),
  admin: {
    disable: env.ADMIN_DISABLED,
    vite: () => ({
      plugins: [
        showTextAtOnce(),
        ...(env.ADMIN_LANGUAGES === "all" ? [] : [keepLanguages(env.ADMIN_LANGUAGES.split(","))]),
      ],
    }),
  },
  modules: [
    {
      resolve: "@medusajs/medusa/auth",
      dependencies: [Modules.CACHE, "access", "one_time_code"],
      options: {
        providers: [
          { resolve: "./src/providers/auth-emailpass", id: "emailpass" },
          ...(hasGoogle ? [{ resolve: "@medusajs/medusa/auth-google", id: "google", options: google }] : []),
          { resolve: "./src/providers/auth-phone", id: "phone", options: { country: env.PHONE_COUNTRY } },
        ],
        mfa: {
          encryption_key: env.AUTH_MFA_ENCRYPTION_KEY,
          disable_policy: "challenge",
          providers: [
            { id: "totp", options: { issuer: "Merkato" } },
            { resolve: "./src/providers/mfa-code", id: "sms", options: secondFactor("sms") },
            { resolve: "./src/providers/mfa-code", id: "email", options: secondFactor("email") },
          ],
        },
        verification: {
          providers: [
            {
              resolve: "./src/providers/verification-code",
              id: "code",
              options: { country: env.PHONE_COUNTRY },
            },
          ],
        },
      },
    },
    { resolve: "./src/modules/access" },
    {
      resolve: "./src/modules/one-time-code",
      dependencies: [Modules.NOTIFICATION],
      options: {
        secret: env.JWT_SECRET,
        sms: {
          countries: env.SMS_COUNTRIES,
          hourly_limit: env.SMS_HOURLY_LIMIT,
          daily_limit: env.SMS_DAILY_LIMIT,
          country_daily_limit: env.SMS_COUNTRY_DAILY_LIMIT,
        },
      },
    },
    {
      resolve: "./src/modules/throttle",
      options: { redis_url: env.REDIS_URL, factor: env.RATE_LIMIT_FACTOR },
    },
    { resolve: "./src/modules/audit" },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        // Medusa's own default knows of no other process, and its provider for PostgreSQL is unfit (ADR 12).
        providers: [{ resolve: "./src/providers/locking-postgres", id: "postgres", is_default: true }],
      },
    },
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            // Unless told so, it puts what is private beside what is served to all.
            options: { backend_url: `${env.BACKEND_URL}/static`, private_upload_dir: "private" },
          },
        ],
      },
    },
    { resolve: "./src/modules/vendor" },
    {
      resolve: "./src/modules/commission",
      options: {
        tax_rate_bps: env.COMMISSION_TAX_RATE_BPS,
        withholding_rate_bps: env.COMMISSION_WITHHOLDING_RATE_BPS,
      },
    },
    {
      resolve: "./src/modules/vendor-order",
      options: {
        commission_rate_bps: env.COMMISSION_RATE_BPS,
        secret: env.JWT_SECRET,
        fee_bearers: {
          vendor_reasons: env.REFUND_FEE_VENDOR_REASONS,
          buyer_reasons: env.REFUND_FEE_BUYER_REASONS,
        },
      },
    },
    { resolve: "./src/modules/outgoing-event" },
    { resolve: "./src/modules/report" },
    { resolve: "./src/modules/ledger" },
    { resolve: "./src/modules/debt" },
    { resolve: "./src/modules/webhook" },
    { resolve: "./src/modules/bank-transfer" },
    {
      resolve: "./src/modules/gateway",
      dependencies: ["bank_transfer"],
      options: {
        providers: [
          ...(hasPaystack
            ? [{ resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack }]
            : []),
          ...(hasFlutterwave
            ? [{ resolve: "./src/providers/gateway-flutterwave", id: "flutterwave", options: flutterwave }]
            : []),
          ...(hasBank ? [{ resolve: "./src/providers/gateway-bank", id: "bank", options: bank }] : []),
          { resolve: "./src/providers/gateway-cash", id: "cash" },
        ],
      },
    },
    { resolve: "./src/modules/dispute" },
    { resolve: "./src/modules/scorecard" },
    { resolve: "./src/modules/settlement" },
    { resolve: "./src/modules/split" },
    { resolve: "./src/modules/reconciliation" },
    {
      resolve: "./src/modules/payout",
      options: {
        // The first rail that knows a currency pays in it; what none knows is paid by hand.
        providers: [
          ...(hasPaystack
            ? [{ resolve: "./src/providers/payout-paystack", id: "paystack", options: paystack }]
            : []),
          ...(hasFlutterwave
            ? [
                {
                  resolve: "./src/providers/payout-flutterwave",
                  id: "flutterwave",
                  options: { ...flutterwave, sender: env.FLUTTERWAVE_SENDER },
                },
              ]
            : []),
          { resolve: "./src/providers/payout-manual", id: "manual" },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed"] } },
          ...outbox,
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["gateway"],
      options: {
        providers: [
          ...(hasPaystack
            ? [{ resolve: "./src/providers/payment-paystack", id: "paystack", options: paystack }]
            : []),
          ...(hasFlutterwave ? [{ resolve: "./src/providers/payment-flutterwave", id: "flutterwave" }] : []),
          ...(hasBank ? [{ resolve: "./src/providers/payment-bank", id: "bank", options: bank }] : []),
          { resolve: "./src/providers/payment-delivery", id: "delivery" },
        ],
      },
    },
  ],
})
