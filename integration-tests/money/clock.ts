import type { PayoutSuite } from "../http/payouts/suite"

/** What waits for a time, or is old by one. The ledger is not moved: what is posted is posted. */
const TABLES = [
  "gateway_transaction",
  "gateway_refund",
  "payout",
  "dispute",
  "webhook_event",
  "checkout_attempt",
  "vendor_order_transition",
  "vendor_order_refund_request",
  "vendor_order_cancellation",
  "vendor_order_return",
]
const HOUR_MS = 3_600_000
const A_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

type Lists = readonly (readonly object[])[]

/** Lets hours pass: everything that has happened here and at the gateways is so much older. */
export class MovedClock {
  private statement: string | null = null

  constructor(
    private readonly suite: PayoutSuite,
    private readonly atGateways: () => Lists
  ) {}

  async pass(hours: number): Promise<void> {
    this.statement ??= await this.writeStatement()
    await this.suite.sql(this.statement.replaceAll("$hours", `interval '${hours} hours'`))
    for (const row of this.atGateways().flat()) {
      makeOlder(row, hours * HOUR_MS)
    }
  }

  /** One statement for all tables. */
  private async writeStatement(): Promise<string> {
    const columns = await this.suite.sql<{ name: string; columns: string[] }>(
      `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
       where table_schema = 'public' and data_type = 'timestamp with time zone'
         and table_name in (${TABLES.map(() => "?").join(", ")}) group by table_name order by table_name`,
      TABLES
    )
    expect(columns.map(({ name }) => name)).toEqual(TABLES.toSorted())

    return `with ${columns
      .map(
        ({ name, columns: own }) =>
          `_${name} as (update ${name} set ${own.map((column) => `${column} = ${column} - $hours`).join(", ")})`
      )
      .join(", ")} select 1`
  }
}

function makeOlder(row: object, ms: number): void {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === "string" && A_TIME.test(value)) {
      Reflect.set(row, name, new Date(Date.parse(value) - ms).toISOString())
    }
  }
}
