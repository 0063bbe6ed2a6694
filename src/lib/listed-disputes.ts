import { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, GatewayUnavailableError } from "./gateway"
import { RetryableError } from "./gateway-client"
import type { GatewayDispute, ListedDisputes } from "./gateway-dispute"

type Page<Row> = { length: number; known: Row[]; unread: (string | null)[] }

/** A page of rows of which one that is not understood must not hide the others; it is named by its id, if it tells that. */
export const pageOfRows = <Row>(row: z.ZodType<Row>) =>
  z.array(z.unknown()).transform((rows): Page<Row> => {
    const read = rows.map((raw) => ({ raw, parsed: row.safeParse(raw) }))

    return {
      length: rows.length,
      known: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
      unread: read.filter(({ parsed }) => !parsed.success).map(({ raw }) => idOf(raw)),
    }
  })

const Named = z.object({ id: z.union([z.string().max(100), z.number()]).transform(String) })

const idOf = (raw: unknown): string | null => Named.safeParse(raw).data?.id ?? null

/** What a gateway lists, each row read by itself. */
export async function listedDisputes<Row extends { id: string }>(
  { known, unread }: Omit<Page<Row>, "length">,
  toDispute: (row: Row) => GatewayDispute | Promise<GatewayDispute>
): Promise<ListedDisputes> {
  const listed: ListedDisputes = {
    disputes: [],
    unread: unread.map((gateway_dispute_id) => ({
      gateway_dispute_id,
      why: "It is in a form that is not understood.",
      is_passing: false,
    })),
  }
  for (const row of known) {
    try {
      listed.disputes.push(await toDispute(row))
    } catch (error) {
      if (!(error instanceof GatewayUnavailableError || error instanceof GatewayRefusedError)) {
        throw error
      }
      const is_passing = error instanceof RetryableError
      listed.unread.push({ gateway_dispute_id: row.id, why: error.message, is_passing })
    }
  }

  return listed
}
