import { type Figure, ratioOfTimes, statementsOf } from "../figures"
import { countRows } from "../market"
import { countStatements, interleave, type Side } from "../measure"
import type { BenchServer } from "../servers"
import { inOrder, writeStatements } from "../statements-file"
import { type Context, shopOf } from "./context"

const PAGE = 20

/** A call takes a few milliseconds, so a server that has just started would be measured compiling. */
const WARM_UP = 300

/** The newest page of a vendor's orders, the vendor having half of them; timed inside the server's process. */
export async function measureVendorOrders(context: Context): Promise<Figure[]> {
  const { steps, sizes, market } = context
  const sideOf = (name: "few" | "many"): Side<null> => {
    const { server } = shopOf(context, name)
    return {
      name,
      server,
      prepare: async () => null,
      run: async () => {
        const { ms, rows, total } = await server.listVendorOrders(market.vendor_id, PAGE)
        if (rows !== PAGE || total <= PAGE) {
          throw new Error(`The page of the server ${name} has ${rows} of ${total} rows.`)
        }
        return ms
      },
    }
  }
  const sides = [sideOf("many"), sideOf("few")] as const
  const timesOf = await steps.run("List a vendor's orders", (note) =>
    interleave([...sides], { rounds: sizes.requests, warm_up: WARM_UP, note })
  )
  const counted = await countStatements(sides[0])
  const { count } = counted
  steps.say(await writeStatements("vendor-orders", [inOrder("The page of many orders", counted, true)]))
  const described = async (name: "few" | "many") => ({
    name: await describe(shopOf(context, name).server, market.vendor_id),
    times: timesOf(name),
    statements: count,
  })
  const many = await described("many")

  return [
    ratioOfTimes({
      id: "vendor-orders-time",
      title: `Vendor order list, ${PAGE} rows`,
      measured: many,
      beside: await described("few"),
      ceiling: 1.3,
    }),
    statementsOf({
      id: "vendor-orders-statements",
      title: "Its statements",
      measured: { name: many.name, statements: count },
      ceiling: 8,
    }),
  ]
}

async function describe(server: BenchServer, vendorId: string): Promise<string> {
  const all = await countRows(server.database_url, "vendor_order")
  const theirs = await countRows(server.database_url, "vendor_order", vendorId)

  return `${all} orders, ${theirs} theirs`
}
