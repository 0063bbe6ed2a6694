import { z } from "@medusajs/framework/zod"
import Table from "cli-table3"
import type { Demo } from "./demo-file"
import { adminClient } from "./shop/http"

const Sheet = z.record(z.string(), z.string())
const Statement = z.object({
  statement: z.object({
    period: z.string(),
    statements: z
      .object({
        currency_code: z.string(),
        opening: Sheet,
        movements: z.object({ kind: z.string(), balance: z.string(), amount: z.string() }).array(),
        closing: Sheet,
      })
      .array(),
  }),
})

type Month = z.infer<typeof Statement>["statement"]

/** This month's statement of each shop that sold, as the shop itself reads it. */
export async function printStatements({ base_url, vendors }: Demo): Promise<string> {
  const period = new Date().toISOString().slice(0, 7)
  const open = vendors.filter(({ status }) => status === "approved")
  const months = await Promise.all(
    open.map(async ({ name, owner }) => {
      const client = await adminClient(base_url, owner)
      return { name, month: (await client.get(`/vendor/statements/${period}`, Statement)).statement }
    })
  )

  return months.map(({ name, month }) => printMonth(name, month)).join("\n")
}

function printMonth(shop: string, { period, statements }: Month): string {
  return statements
    .map(({ currency_code, opening, movements, closing }) => {
      const table = new Table({
        head: [`${shop}, ${period}`, currency_code.toUpperCase()],
        colAligns: ["left", "right"],
        style: { head: [], border: [] },
      })
      table.push(
        ["at the beginning", opening.total ?? ""],
        ...movements.map(({ kind, balance, amount }) => [`${kind}: ${balance}`.replaceAll("_", " "), amount]),
        ["at the end", closing.total ?? ""]
      )
      return table.toString()
    })
    .join("\n")
}
