import { z } from "@medusajs/framework/zod"

/**
 * Options of everything that talks to Paystack. `secret_key`, `disable_retries` and `debug` are named as in the
 * npm package medusa-payment-paystack, so that a configuration made for it fits.
 */
export const PaystackOptions = z.object({
  secret_key: z.string().startsWith("sk_", "must be a Paystack secret key (sk_test_... or sk_live_...)"),
  base_url: z.url().default("https://api.paystack.co"),
  disable_retries: z.boolean().default(false),
  /** Logs method, path, status and duration of each request; never a body or the key. */
  debug: z.boolean().default(false),
  read_timeout_ms: z.number().int().positive().default(10_000),
  write_timeout_ms: z.number().int().positive().default(30_000),
})

export type PaystackOptions = z.infer<typeof PaystackOptions>

/** @throws with the name of each option that is missing or wrong */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, options: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(options ?? {})
  if (!parsed.success) {
    throw new Error(`The Paystack options are not complete:\n${z.prettifyError(parsed.error)}`)
  }

  return parsed.data
}
