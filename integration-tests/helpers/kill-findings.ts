import type { Client } from "pg"
import type { PaystackSandbox } from "../../sandbox"

export type PaidCart = { id: string; reference: string; product: number; vendors: number; killed_at: string }
export type Outcome = "order" | "refund" | "neither" | "both"
export type Finding = { outcome: Outcome; problems: string[] }

type Row = Record<string, unknown>
type Order = { id: string; paid: string; total: string }

/** One that went back whole is reversed once the gateway has been asked again. */
const PAID = ["paid", "reversed"]

/** Reads what a purchase left, in the database and at the gateway, past all of the product's own code. */
export class Findings {
  constructor(
    private readonly db: Client,
    private readonly sandbox: PaystackSandbox
  ) {}

  async rows<R extends Row>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.db.query(sql, values)).rows as R[]
  }

  /** What is wrong with one paid cart, once everything that was to repair it has run. */
  async ofCart(cart: PaidCart): Promise<Finding> {
    const orders = await this.rows<Order>(
      `select o.id, s.totals->>'paid_total' as paid, s.totals->>'current_order_total' as total
       from "order" o join order_summary s on s.order_id = o.id and s.deleted_at is null
       where o.metadata->>'cart_id' = $1 and o.deleted_at is null`,
      [cart.id]
    )
    const refunds = this.sandbox.control
      .refunds()
      .filter(({ transaction_reference }) => transaction_reference === cart.reference)
    const paid = this.sandbox.control.transactions().find(({ reference }) => reference === cart.reference)!
    const problems = [
      orders.length > 1 && `${orders.length} orders`,
      refunds.length > 1 && `${refunds.length} refunds at the gateway`,
      refunds.length === 1 && refunds[0]!.amount !== paid.amount && `${refunds[0]!.amount} went back`,
      ...(await this.ofTransaction(cart, paid.amount, paid.fees ?? 0)),
      ...(orders.length
        ? await this.ofOrder(cart, orders[0]!, paid.amount)
        : await this.ofNoOrder(cart, refunds.length)),
    ]

    return { outcome: outcomeOf(orders.length, refunds.length), problems: problems.filter(isText) }
  }

  private async ofTransaction(cart: PaidCart, amount: number, fees: number) {
    const [transaction] = await this.rows(`select * from gateway_transaction where reference = $1`, [
      cart.reference,
    ])
    const receipts = await this.rows<{ account_code: string; amount_minor: string }>(
      `select p.account_code, p.amount_minor from ledger_entry e join ledger_posting p on p.entry_id = e.id
       where e.idempotency_key = $1`,
      [`receipt:paystack:${cart.reference}`]
    )
    const posted = receipts.map((row) => Number(row.amount_minor)).toSorted((a, b) => a - b)
    const expected = [-amount, amount - fees, fees].toSorted((a, b) => a - b)
    const attempts = await this.rows(`select 1 from checkout_attempt where cart_id = $1`, [cart.id])
    const [left] = await this.rows<{ minor: string }>(
      `select coalesce(sum(p.amount_minor), 0)::text as minor from ledger_entry e
       join ledger_posting p on p.entry_id = e.id
       where p.account_code like 'unallocated%' and (e.reference->>'gateway_reference' = $1 or e.reference->>'order_id' in
         (select order_id from order_partition where cart_id = $2))`,
      [cart.reference, cart.id]
    )

    return [
      !PAID.includes(String(transaction?.state)) && `the transaction is ${transaction?.state}`,
      !transaction?.settled_at && `the transaction is not settled (${transaction?.outcome})`,
      String(posted) !== String(expected) && `the receipt is [${posted}] instead of [${expected}]`,
      attempts.length > 0 && "a checkout attempt is open",
      left?.minor !== "0" && `${left?.minor} minor units are unallocated`,
    ]
  }

  private async ofOrder(cart: PaidCart, order: Order, amount: number) {
    return [
      minor(order.total) !== amount && `the order's total is ${order.total}`,
      minor(order.paid) !== amount && `the order says that ${order.paid} was paid`,
      ...(await this.ofPartition(cart, order.id, amount)),
      ...(await this.ofStock(cart, order.id)),
      ...(await this.ofPayment(order.id)),
      ...(await this.ofLink(cart, order.id)),
      ...(await this.ofSale(order.id)),
    ]
  }

  private async ofPartition(cart: PaidCart, orderId: string, amount: number) {
    const vendorOrders = await this.rows<{ minor: string }>(
      `select charged_minor as minor from vendor_order where order_id = $1`,
      [orderId]
    )
    const lines = await this.rows<{ minor: string }>(
      `select l.total_minor as minor from vendor_order_line l join vendor_order v on v.id = l.vendor_order_id
       where v.order_id = $1`,
      [orderId]
    )

    return [
      vendorOrders.length !== cart.vendors && `${vendorOrders.length} vendor orders of ${cart.vendors}`,
      sum(vendorOrders) !== amount && `the vendor orders were charged ${sum(vendorOrders)} of ${amount}`,
      lines.length !== cart.vendors * 2 && `${lines.length} lines`,
      sum(lines) !== amount && `the lines add up to ${sum(lines)} instead of ${amount}`,
    ]
  }

  private async ofStock(cart: PaidCart, orderId: string) {
    const items = await this.rows<{ quantity: string; reserved: string | null }>(
      `select i.quantity, sum(r.quantity)::text as reserved from order_item i
       left join reservation_item r on r.line_item_id = i.item_id and r.deleted_at is null
       where i.order_id = $1 and i.deleted_at is null group by i.item_id, i.quantity`,
      [orderId]
    )
    const wrong = items.filter((item) => Number(item.reserved) !== Number(item.quantity))

    return [
      items.length !== cart.vendors && `${items.length} items`,
      wrong.length > 0 && `stock is reserved ${wrong.map(({ reserved }) => reserved ?? 0)} times`,
    ]
  }

  private async ofPayment(orderId: string) {
    const captures = await this.rows(
      `select 1 from order_transaction where order_id = $1 and reference = 'capture' and deleted_at is null`,
      [orderId]
    )
    const payments = await this.rows<{ canceled_at: Date | null; captured_at: Date | null }>(
      `select p.* from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
       where l.order_id = $1 and l.deleted_at is null and p.deleted_at is null`,
      [orderId]
    )

    return [
      captures.length !== 1 && `${captures.length} captures are on the order`,
      payments.length !== 1 && `${payments.length} payments`,
      payments.some((row) => row.canceled_at || !row.captured_at) && "the payment is not captured",
    ]
  }

  private async ofLink(cart: PaidCart, orderId: string) {
    const carts = await this.rows<{ completed_at: Date | null }>(
      `select c.completed_at from order_cart l join cart c on c.id = l.cart_id
       where l.cart_id = $1 and l.order_id = $2 and l.deleted_at is null`,
      [cart.id, orderId]
    )

    return [(carts.length !== 1 || !carts[0]?.completed_at) && "the cart is not closed and linked"]
  }

  private async ofSale(orderId: string) {
    const sales = await this.rows<{ id: string; reversed: boolean }>(
      `select e.id, exists (select 1 from ledger_entry r where r.reverses_id = e.id) as reversed
       from ledger_entry e where e.idempotency_key = $1`,
      [`sale:${orderId}`]
    )

    return [
      sales.length !== 1 && `${sales.length} sales are posted`,
      sales.some(({ reversed }) => reversed) && "the sale is reversed",
    ]
  }

  private async ofNoOrder(cart: PaidCart, refunds: number) {
    const partitions = await this.rows(`select 1 from order_partition where cart_id = $1`, [cart.id])
    const links = await this.rows(`select 1 from order_cart where cart_id = $1 and deleted_at is null`, [
      cart.id,
    ])
    const [row] = await this.rows<{ completed_at: Date | null }>(
      `select completed_at from cart where id = $1`,
      [cart.id]
    )

    return [
      partitions.length > 0 && "there are vendor orders without an order",
      links.length > 0 && "the cart is linked to an order that is gone",
      row?.completed_at && "the cart is closed without an order",
      refunds === 0 && "the money was neither turned into an order nor sent back",
    ]
  }

  /** What must not grow when there is nothing left to repair. */
  async counts(): Promise<Row | undefined> {
    const [row] = await this.rows(
      `select (select count(*) from "order") as orders, (select count(*) from vendor_order) as vendor_orders,
        (select count(*) from ledger_entry) as entries, (select count(*) from gateway_refund) as refunds,
        (select count(*) from reservation_item where deleted_at is null) as reservations`
    )

    return { ...row, gateway_refunds: this.sandbox.control.refunds().length }
  }

  /** Events, attempts and payments that nobody has brought to an end. */
  unfinished(): Promise<Row[]> {
    return this.rows(
      `select type as name, last_error as why from webhook_event where state <> 'processed'
       union all select 'attempt ' || cart_id, null from checkout_attempt
       union all select reference, outcome from gateway_transaction where state in ('paid', 'reversed') and settled_at is null`
    )
  }

  /** References of payments whose refund was asked for and that the next run will look at again. */
  async awaitedRefunds(): Promise<string[]> {
    const rows = await this.rows<{ reference: string }>(
      `select distinct t.reference from gateway_transaction t join gateway_refund r on r.reference = t.reference
       where t.settled_at is null`
    )

    return rows.map(({ reference }) => reference)
  }

  /** What is wrong with the store as a whole. */
  async ofStore(): Promise<string[]> {
    const unbalanced = await this.rows(
      `select entry_id from ledger_posting group by entry_id, currency_code having sum(amount_minor) <> 0`
    )
    const accounts = await this.rows<{ kind: string; minor: string }>(
      `select split_part(account_code, ':', 1) as kind, sum(amount_minor)::text as minor from ledger_posting group by 1`
    )
    const [total] = await this.rows<{ minor: string }>(
      `select coalesce(sum(amount_minor), 0)::text as minor from ledger_posting`
    )
    const stock = await this.rows(
      `select l.id from inventory_level l left join reservation_item r on r.inventory_item_id = l.inventory_item_id
         and r.location_id = l.location_id and r.deleted_at is null
       group by l.id, l.reserved_quantity having l.reserved_quantity <> coalesce(sum(r.quantity), 0)`
    )
    const strays = await this.rows(
      `select r.id from reservation_item r left join order_item i on i.item_id = r.line_item_id and i.deleted_at is null
       left join "order" o on o.id = i.order_id and o.deleted_at is null where r.deleted_at is null and o.id is null`
    )
    const held = this.sandbox.control
      .transactions()
      .filter(({ status }) => status === "success")
      .reduce((sum, { amount, fees }) => sum + amount - (fees ?? 0), 0)
    const given = this.sandbox.control.refunds().reduce((sum, { amount }) => sum + amount, 0)
    const clearing = accounts.find(({ kind }) => kind === "gateway_clearing")?.minor ?? "0"
    const unallocated = accounts.find(({ kind }) => kind === "unallocated")?.minor ?? "0"

    return [
      unbalanced.length > 0 && `${unbalanced.length} entries do not add up to zero`,
      total?.minor !== "0" && `the ledger is out of balance by ${total?.minor}`,
      unallocated !== "0" && `${unallocated} minor units belong to nobody`,
      clearing !== String(held - given) && `the gateway holds ${held - given}, the books say ${clearing}`,
      stock.length > 0 && `${stock.length} stock levels differ from their reservations`,
      strays.length > 0 && `${strays.length} reservations without an order`,
    ].filter(isText)
  }
}

const isText = (value: unknown): value is string => typeof value === "string"

const sum = (rows: { minor: string }[]) => rows.reduce((total, row) => total + Number(row.minor), 0)

/** The store sells in naira. */
const minor = (major: string) => Math.round(Number(major) * 100)

function outcomeOf(orders: number, refunds: number): Outcome {
  if (orders && refunds) {
    return "both"
  }
  if (orders) {
    return "order"
  }

  return refunds ? "refund" : "neither"
}
