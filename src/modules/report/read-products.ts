import type { Context } from "@medusajs/framework/types"
import { quarterOf } from "../../lib/report-marks"
import { queryRows } from "../../lib/sql"
import { type Piece, piecesOf } from "./domain/pieces"
import { ITEM_SUMS, SOLD_ITEMS } from "./product-rows"
import { PLATFORM, type ReportScope, scopeName } from "./scope"
import type { ProductPage, ReportQuery, SoldProduct } from "./types"

type Part = { sql: string; values: unknown[] }

const NAMES = ["orders", "units", "gross_minor", "net_minor"]

const signed = (sign: Piece["sign"]) =>
  NAMES.map((name) => (sign === 1 ? name : `-${name} as ${name}`)).join(", ")

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

const kept = ({ grain, sign, from, to }: Piece): Part => ({
  sql: `select product_id, ${signed(sign)} from report_product_${grain}
    where IS_OF and currency_code = ? and ${grain}_at >= ?::date and ${grain}_at < ?::date`,
  values: [dayOf(from), dayOf(to)],
})

/** Some hours at an end, of which no sum is kept: from the orders themselves. */
const fresh = ({ sign, from, to }: Piece): Part => ({
  sql: `select product_id, ${signed(sign)} from (
    select i.product_id, ${ITEM_SUMS} from ${SOLD_ITEMS}
    where o.IS_OF and o.currency_code = ? and ${quarterOf("o.placed_at")} >= ?::timestamptz
      and ${quarterOf("o.placed_at")} < ?::timestamptz and o.deleted_at is null
    group by 1) as hours`,
  values: [from, to],
})

type Row = Pick<SoldProduct, "product_id" | "title" | "orders"> &
  Record<"units" | "gross_minor" | "net_minor", string>

/** A page behind the last one has no products, and the count all the same. */
type Answer = { count: number } & (Row | { product_id: null })

const SORTS = { net_sales: "net_minor", units: "units" } as const

/** What was sold of each product, the best first. */
export async function readProducts(
  context: Context,
  scope: ReportScope,
  { period, currency_code, sort, take, skip }: ReportQuery & ProductPage
): Promise<{ products: SoldProduct[]; count: number }> {
  const name = scopeName(scope)
  const parts = piecesOf({ from: period.starts_at, to: period.ends_at }).map((piece) =>
    piece.grain === "rest" ? fresh(piece) : kept(piece)
  )
  const isOf = name === PLATFORM ? "vendor_id is not null" : "vendor_id = ?"
  const rows = await queryRows<Answer>(
    context,
    // Ranked by one sum, since a platform has many products; the others are added up for the page alone. Materialized, because
    // PostgreSQL takes all of it for a few products, and would sort what it can hash.
    `with parts as materialized (
       ${parts.map(({ sql }) => sql.replace("IS_OF", isOf)).join(" union all ")}
     ), sold as (
       select product_id, sum(${SORTS[sort]}) as rank from parts group by product_id having sum(orders) > 0
     ), page as (
       select product_id from sold order by rank desc, product_id limit ? offset ?
     ), best as (
       select product_id, sum(orders)::int as orders, sum(units) as units, sum(gross_minor) as gross_minor,
         sum(net_minor) as net_minor
       from parts where product_id in (select product_id from page) group by product_id
     )
     select best.product_id, p.title, best.orders, best.units::text as units, best.gross_minor::text as gross_minor,
       best.net_minor::text as net_minor, total.count
     from (select count(*)::int as count from sold) as total
     left join best on true left join product p on p.id = best.product_id
     order by best.${SORTS[sort]} desc, best.product_id`,
    [
      ...parts.flatMap(({ values }) => [...(name === PLATFORM ? [] : [name]), currency_code, ...values]),
      take,
      skip,
    ]
  )

  return { products: rows.flatMap(toProducts), count: rows[0]?.count ?? 0 }
}

function toProducts(row: Answer): SoldProduct[] {
  if (row.product_id === null) {
    return []
  }
  const { product_id, title, orders, units, gross_minor, net_minor } = row

  return [
    {
      product_id,
      title,
      orders,
      units: Number(units),
      gross_minor: BigInt(gross_minor),
      net_minor: BigInt(net_minor),
    },
  ]
}
