import type { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, GatewayUnavailableError } from "./gateway"
import type { GatewayClient } from "./gateway-client"

type Lists = { gateway: string; most_pages: number; per_page?: number }

/** Reads that conclude nothing from what they are refused: a refusal says nothing about what there is. */
export class GatewayReads {
  constructor(
    private readonly client: GatewayClient,
    private readonly lists: Lists
  ) {}

  async read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    try {
      return await this.client.get(path, schema)
    } catch (error) {
      throw error instanceof GatewayRefusedError
        ? new GatewayUnavailableError(`${this.lists.gateway} would not tell: ${error.message}`)
        : error
    }
  }

  /** Reads to the end of a list, or to the first row that is not wanted any more. */
  async pages<Row>(
    path: string,
    schema: z.ZodType<Row[]>,
    isTooOld: (row: Row) => boolean = () => false
  ): Promise<Row[]> {
    const { gateway, most_pages, per_page } = this.lists
    const found: Row[] = []
    const first = `${path}${path.includes("?") ? "&" : "?"}${per_page ? `perPage=${per_page}&` : ""}`
    for (let page = 1; page <= most_pages; page += 1) {
      const rows = await this.read(`${first}page=${page}`, schema)
      found.push(...rows.filter((row) => !isTooOld(row)))
      // A page that is merely short may be the gateway's own limit on the page size.
      if (!rows.length || rows.some(isTooOld)) {
        return found
      }
    }
    throw new GatewayUnavailableError(`${gateway} lists more than can be read.`)
  }
}
