import { z } from "@medusajs/framework/zod"

/** What every client of a gateway's API can be told. */
export const GatewayHttpOptions = z.object({
  disable_retries: z.boolean().default(false),
  /** Logs method, path, status and duration of each request; never a body or the key. */
  debug: z.boolean().default(false),
  read_timeout_ms: z.number().int().positive().default(10_000),
  write_timeout_ms: z.number().int().positive().default(30_000),
})

export type GatewayHttpOptions = z.infer<typeof GatewayHttpOptions> & { secret_key: string; base_url: string }

/** @throws with the name of each option that is missing or wrong */
export function parseGatewayOptions<Schema extends z.ZodType>(
  gateway: string,
  schema: Schema,
  options: unknown
): z.infer<Schema> {
  const parsed = schema.safeParse(options ?? {})
  if (!parsed.success) {
    throw new Error(`The ${gateway} options are not complete:\n${z.prettifyError(parsed.error)}`)
  }

  return parsed.data
}
