import { logger } from "@medusajs/framework/logger"
import { defineConfig } from "@medusajs/framework/utils"
import { loadEnv } from "./src/lib/env"
import { withRequestIds } from "./src/lib/request-id"

const env = loadEnv()

const paystack = {
  secret_key: env.PAYSTACK_SECRET_KEY,
  base_url: env.PAYSTACK_BASE_URL,
}
const hasPaystack = Boolean(env.PAYSTACK_SECRET_KEY)

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    http: {
      storeCors: env.STORE_CORS,
      adminCors: env.ADMIN_CORS,
      authCors: env.AUTH_CORS,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
    },
    cookieOptions: env.COOKIE_SECURE === false ? { secure: false, sameSite: "lax" } : undefined,
  },
  logger: withRequestIds(logger),
  admin: { disable: env.ADMIN_DISABLED },
  modules: [
    { resolve: "./src/modules/vendor" },
    { resolve: "./src/modules/vendor-order", options: { commission_rate_bps: env.COMMISSION_RATE_BPS } },
    { resolve: "./src/modules/ledger" },
    { resolve: "./src/modules/webhook" },
    {
      resolve: "./src/modules/gateway",
      options: {
        providers: hasPaystack
          ? [{ resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack }]
          : [],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["gateway"],
      options: {
        providers: hasPaystack
          ? [{ resolve: "./src/providers/payment-paystack", id: "paystack", options: paystack }]
          : [],
      },
    },
  ],
})
