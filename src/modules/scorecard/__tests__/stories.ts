import fc from "fast-check"
import type { Problem } from "../domain/cause"
import type { OrderFacts } from "../domain/judge"

/** What happened to one order: rows are made of it, and so is what is to be known of it. */
export type Story = {
  age_hours: number
  is_canceled: boolean
  canceled_by: OrderFacts["canceled_by"]
  shipped_after: number | null
  delivered_after: number | null
  parcels: { is_shipped: boolean; is_called_off: boolean; number: string | null }[]
  returns: { reason: string; state: string }[]
  cases: { kind: "buyer" | "chargeback"; reason: string; state: string }[]
  refused: string | null
}

const HOUR_MS = 3_600_000

export const now = new Date("2026-11-28T12:00:00.000Z")

const hours = fc.nat({ max: 12 * 24 })

export const stories: fc.Arbitrary<Story[]> = fc.array(
  fc.record({
    age_hours: fc.nat({ max: 70 * 24 }),
    is_canceled: fc.boolean(),
    canceled_by: fc.constantFrom("vendor", "buyer", "staff", "clock", null),
    shipped_after: fc.option(hours),
    delivered_after: fc.option(hours),
    parcels: fc.array(
      fc.record({
        is_shipped: fc.boolean(),
        is_called_off: fc.boolean(),
        number: fc.constantFrom("GIG1234567", "1Z 999 AA1", "none", null),
      }),
      { maxLength: 3 }
    ),
    returns: fc.array(
      fc.record({
        reason: fc.constantFrom("damaged", "wrong_item", "changed_mind"),
        state: fc.constantFrom("requested", "approved", "rejected", "refunded"),
      }),
      { maxLength: 2 }
    ),
    cases: fc.array(
      fc.record({
        kind: fc.constantFrom("buyer" as const, "chargeback" as const),
        reason: fc.constantFrom("not_received", "fraud: stolen card", "other"),
        state: fc.constantFrom("open", "won", "lost"),
      }),
      { maxLength: 2 }
    ),
    refused: fc.option(fc.constantFrom("no_money", "wrong_item")),
  }),
  { minLength: 1, maxLength: 60 }
)

const at = (story: Story, after: number | null) =>
  after === null ? null : new Date(now.getTime() - (story.age_hours - after) * HOUR_MS)

/** What has not happened yet has not happened. */
const past = (moment: Date | null) => (moment && moment <= now ? moment : null)

const placedAt = (story: Story) => new Date(now.getTime() - story.age_hours * HOUR_MS)
const shippedAt = (story: Story) => (story.is_canceled ? null : past(at(story, story.shipped_after)))
const deliveredAt = (story: Story) =>
  shippedAt(story) && story.delivered_after !== null
    ? past(at(story, (story.shipped_after ?? 0) + story.delivered_after))
    : null

/** Two shops share each commercial order. */
export const vendorOf = (index: number) => `vend_${index % 2}`
export const idOf = (index: number) => `vord_${String(index).padStart(3, "0")}`

type Row = Record<string, unknown>

/** The rows of every table that the facts are read from. */
export function rowsOf(all: Story[]): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {
    vendor_order: [],
    vendor_order_line: [],
    vendor_order_transition: [],
    vendor_order_cancellation: [],
    vendor_order_return: [],
    vendor_order_collection: [],
    dispute: [],
    dispute_share: [],
    order_fulfillment: [],
    fulfillment: [],
    fulfillment_item: [],
    fulfillment_label: [],
  }
  const add = (table: string, row: Row) => void tables[table]?.push(row)
  all.forEach((story, index) => {
    const [id, order_id] = [idOf(index), `order_${Math.floor(index / 2)}`]
    const [shipped, delivered] = [shippedAt(story), deliveredAt(story)]
    add("vendor_order", {
      id,
      order_id,
      vendor_id: vendorOf(index),
      display_number: String(index),
      status: story.is_canceled ? "canceled" : "confirmed",
      placed_at: placedAt(story),
    })
    add("vendor_order_line", { id: `vol_${index}`, vendor_order_id: id, source_id: `item_${index}` })
    const moved = (to_status: string, created_at: Date | null) =>
      created_at && add("vendor_order_transition", { vendor_order_id: id, to_status, created_at })
    moved("pending", placedAt(story))
    moved("shipped", shipped)
    moved("delivered", delivered)
    if (story.is_canceled && story.canceled_by) {
      add("vendor_order_cancellation", {
        vendor_order_id: id,
        canceled_by: story.canceled_by,
        reason_code: "other",
      })
    }
    for (const { reason, state } of story.returns) {
      add("vendor_order_return", { vendor_order_id: id, reason_code: reason, state })
    }
    story.cases.forEach(({ kind, reason, state }, number) => {
      add("dispute", { id: `disp_${index}_${number}`, kind, reason, state })
      add("dispute_share", { dispute_id: `disp_${index}_${number}`, vendor_order_id: id })
    })
    add("vendor_order_collection", {
      vendor_order_id: id,
      state: story.refused ? "refused" : "collected",
      reason_code: story.refused,
    })
    story.parcels.forEach((parcel, number) => {
      const fulfillment_id = `ful_${index}_${number}`
      add("order_fulfillment", { order_id, fulfillment_id })
      add("fulfillment", {
        id: fulfillment_id,
        shipped_at: parcel.is_shipped ? now : null,
        canceled_at: parcel.is_called_off ? now : null,
      })
      // Two lines of one item are one parcel.
      add("fulfillment_item", { fulfillment_id, line_item_id: `item_${index}` })
      add("fulfillment_item", { fulfillment_id, line_item_id: `item_${index}` })
      if (parcel.number !== null) {
        add("fulfillment_label", { fulfillment_id, tracking_number: parcel.number })
      }
    })
  })

  return tables
}

/** The same worked out from the story alone, with every time told. */
export function factsOf(story: Story): OrderFacts {
  const [shipped_at, delivered_at] = [shippedAt(story), deliveredAt(story)]
  const parcels = story.parcels.filter(({ is_shipped, is_called_off }) => is_shipped && !is_called_off)
  const problems: Problem[] = [
    ...story.returns
      .filter(({ state }) => state === "approved" || state === "refunded")
      .map(({ reason }) => ({ kind: "return" as const, reason })),
    ...story.cases
      .filter(({ state }) => state === "lost")
      .map(({ kind, reason }) => ({ kind: kind === "buyer" ? ("case" as const) : kind, reason })),
    ...(story.refused ? [{ kind: "door" as const, reason: story.refused }] : []),
  ]

  return {
    age_days: Math.floor(story.age_hours / 24),
    is_canceled: story.is_canceled,
    canceled_by: story.is_canceled ? story.canceled_by : null,
    cancel_reason: story.is_canceled && story.canceled_by ? "other" : null,
    is_shipped: shipped_at !== null,
    is_delivered: delivered_at !== null,
    parcels: parcels.length,
    tracked: parcels.filter(({ number }) => number !== null && number !== "none").length,
    problems,
    times: { since: placedAt(story), shipped_at, delivered_at },
  }
}

const TABLES = `
  create table vendor (id text, name text, handle text, status text, settings jsonb default '{}', deleted_at timestamptz);
  create table vendor_order (id text, order_id text, vendor_id text, display_number text, status text,
    placed_at timestamptz, deleted_at timestamptz);
  create table vendor_order_line (id text, vendor_order_id text, source_id text);
  create table vendor_order_transition (vendor_order_id text, to_status text, created_at timestamptz);
  create table vendor_order_cancellation (vendor_order_id text, canceled_by text, reason_code text);
  create table vendor_order_return (vendor_order_id text, reason_code text, state text);
  create table vendor_order_collection (vendor_order_id text, reason_code text, state text);
  create table dispute (id text, kind text, reason text, state text);
  create table dispute_share (dispute_id text, vendor_order_id text);
  create table order_fulfillment (order_id text, fulfillment_id text, deleted_at timestamptz);
  create table fulfillment (id text, shipped_at timestamptz, canceled_at timestamptz, deleted_at timestamptz);
  create table fulfillment_item (fulfillment_id text, line_item_id text, deleted_at timestamptz);
  create table fulfillment_label (fulfillment_id text, tracking_number text, deleted_at timestamptz)`

/** The columns that are read of other modules' tables, which are not in this module's database. */
export const tableStatements = () =>
  TABLES.split(";").flatMap((create) => [
    `drop table if exists ${/create table (\w+)/.exec(create)?.[1]}`,
    create,
  ])
