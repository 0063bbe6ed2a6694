import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"
import type { PaystackSandbox } from "../../sandbox"
import type { Marketplace } from "./create-marketplace"
import { Findings, type PaidCart } from "./kill-findings"
import type { KillState } from "./kill-states"
import { closeStore, openStore } from "./kill-store"
import type { KillKind, PassedPoint } from "./kill-switch"
import { ServerProcess } from "./server-process"
import { Shopper } from "./shopper"

/** `route`: the storefront completes the cart. `inbox`: the buyer never comes back and the webhook does it. */
export type Door = "route" | "inbox"

export type Standing = PaidCart & { is_frozen: boolean }

const PROVIDER = "pp_paystack_paystack"
const ADDRESS = {
  first_name: "Ngozi",
  last_name: "Eze",
  address_1: "12 Allen Avenue",
  city: "Ikeja",
  country_code: "ng",
}
/** More than carts are ever left standing between two restarts. */
const PRODUCTS = 60
const MARKET = { vendors: 3, products_per_vendor: PRODUCTS, stock: 100_000, payment_providers: [PROVIDER] }

/** A store, its gateway, and a server that is killed again and again while the next one is starting up. */
export class KillDesk {
  private constructor(
    readonly db: Client,
    readonly sandbox: PaystackSandbox,
    readonly findings: Findings,
    private readonly env: Record<string, string>,
    public server: ServerProcess,
    private readonly market: Marketplace
  ) {
    this.shopper = new Shopper(server.base_url, market.publishable_key)
    this.next = ServerProcess.start(env)
  }

  shopper: Shopper
  private next: Promise<ServerProcess>
  private optionOf = new Map<number, string>()
  private carts = 0
  private since_restart = 0

  static async open(): Promise<KillDesk> {
    const { db, sandbox, env } = await openStore()
    const server = await ServerProcess.start(env)
    const market = await server.seed(MARKET)

    return new KillDesk(db, sandbox, new Findings(db, sandbox), env, server, market)
  }

  async close(): Promise<void> {
    await this.server.kill()
    await (await this.next).kill()
    await closeStore(this)
  }

  /** SIGKILL, and a fresh server on the same database. */
  async restart(): Promise<void> {
    this.sandbox.control.setWebhookUrl(null)
    await this.server.kill()
    await this.takeOver()
  }

  /** After the server killed itself. */
  async takeOver(): Promise<void> {
    this.sandbox.control.setWebhookUrl(null)
    this.server = await this.next
    this.next = ServerProcess.start(this.env)
    this.shopper = new Shopper(this.server.base_url, this.market.publishable_key)
    this.since_restart = 0
  }

  /** A cart of two or three shops, paid at the gateway; nobody but the gateway knows yet. */
  async paidCart(killed_at = ""): Promise<PaidCart> {
    this.carts += 1
    const product = this.nextProduct()
    const vendors = 2 + (this.carts % 2)
    const items = Array.from({ length: vendors }, (_, vendor) => ({
      variant_id: this.market.vendors[vendor]!.products[product]!.variant_id,
      quantity: 1,
    }))
    const { cart } = await this.shopper.must<{ cart: { id: string } }>("POST", "/store/carts", {
      region_id: this.market.region_id,
      email: "ngozi@example.com",
      shipping_address: ADDRESS,
      items,
    })
    await this.shopper.chooseShipping(cart.id, await this.shippingOption(cart.id))
    const session = await this.shopper.startedSession(cart.id, PROVIDER)
    this.sandbox.control.setWebhookUrl(null)
    this.sandbox.control.pay(session.data.reference)
    // The event goes out in the next turn, and to nobody: the test delivers it when it wants to.
    await sleep(5)

    return { id: cart.id, reference: session.data.reference, product, vendors, killed_at }
  }

  /** What a purchase passes when nothing kills it. */
  async trace(door: Door, cart: PaidCart): Promise<PassedPoint[]> {
    await this.knock(door, cart).done

    return (await this.server.run(runName(door, cart))).trace
  }

  /** For people: what the run of a cart has passed so far. */
  async passedBy(door: Door, cart: PaidCart): Promise<string[]> {
    return (await this.server.run(runName(door, cart))).trace.map(({ point }) => point)
  }

  /**
   * A paid cart whose completion stands still in the state, as long as the server lives. `before` changes the world
   * between the payment and the completion.
   */
  async stand(
    door: Door,
    state: KillState,
    before: (cart: PaidCart) => Promise<void> = async () => undefined
  ): Promise<Standing> {
    const cart = await this.paidCart(`${door}: ${state.point}`)
    await before(cart)

    return { ...cart, is_frozen: await this.freeze(door, cart, state.point) }
  }

  async freeze(door: Door, cart: PaidCart, point: string): Promise<boolean> {
    await this.server.arm(runName(door, cart), point)
    const knocked = this.knock(door, cart)

    return this.server.untilFrozen(runName(door, cart), () => knocked.has_ended)
  }

  /** The server kills itself right after the point. */
  async dieAt(door: Door, cart: PaidCart, point: string, kind: KillKind = "die"): Promise<unknown> {
    await this.server.arm(runName(door, cart), point, kind)
    this.knock(door, cart)

    return Promise.race([this.server.ended, sleep(60_000, "still alive", { ref: false })])
  }

  /** Sends the event of the payment and waits until the inbox has taken it up, or is done with it. */
  async deliverEvent(cart: PaidCart, states = ["processing", "processed", "failed"]): Promise<void> {
    this.sandbox.control.setWebhookUrl(`${this.server.base_url}/hooks/paystack`)
    this.sandbox.control.redeliver(cart.reference)
    await this.untilEvent(cart, states)
  }

  /** As if hours had passed: leases end, and what is not at the gateway by now will not come any more. */
  async letTimePass(): Promise<void> {
    await this.db.query(
      `update webhook_event set next_attempt_at = now() where state in ('processing', 'failed')`
    )
    await this.db.query(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
    await this.db.query(`update gateway_transaction set next_check_at = now() where settled_at is null`)
  }

  /** Other buyers were faster: of what the cart has from its first shop nothing is left. */
  async sellOut({ product }: PaidCart): Promise<void> {
    await this.setStock(0, [product])
  }

  async restock(): Promise<void> {
    await this.setStock(MARKET.stock, [...Array(PRODUCTS).keys()])
  }

  private async setStock(quantity: number, products: number[]): Promise<void> {
    await this.db.query(
      `update inventory_level set stocked_quantity = $1, raw_stocked_quantity = $2 where inventory_item_id in
         (select inventory_item_id from product_variant_inventory_item where variant_id = any($3))`,
      [
        quantity,
        JSON.stringify({ value: String(quantity), precision: 20 }),
        products.map((product) => this.market.vendors[0]!.products[product]!.variant_id),
      ]
    )
  }

  private knock(door: Door, cart: PaidCart): { done: Promise<unknown>; readonly has_ended: boolean } {
    const state = { has_ended: false }
    const work = door === "route" ? this.shopper.complete(cart.id) : this.deliverAndFinish(cart)
    // A killed server answers nobody.
    const done = work
      .catch(() => undefined)
      .finally(() => {
        state.has_ended = true
      })

    return {
      done,
      get has_ended() {
        return state.has_ended
      },
    }
  }

  private async deliverAndFinish(cart: PaidCart): Promise<void> {
    await this.deliverEvent(cart, ["processed"])
    // The last steps come after the event is marked.
    await sleep(100)
  }

  private async untilEvent(cart: PaidCart, states: string[]): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const [event] = await this.findings.rows<{ state: string }>(
        `select state from webhook_event where reference = $1 and type = 'charge.success'`,
        [cart.reference]
      )
      if (event && states.includes(event.state)) {
        return
      }
      await sleep(20)
    }
  }

  /** Of its own for each cart: one that stands still may hold the lock on its stock as long as the server lives. */
  private nextProduct(): number {
    this.since_restart += 1
    if (this.since_restart > PRODUCTS) {
      throw new RangeError("The store needs more products: too many carts since the last restart")
    }

    return this.carts % PRODUCTS
  }

  /** The same for all carts of the same shops. */
  private async shippingOption(cartId: string): Promise<string> {
    const known = this.optionOf.get(0)
    if (known) {
      return known
    }
    const options = await this.shopper.shippingOptions(cartId)
    const first = options.find(({ vendor }) => vendor.id === this.market.vendors[0]!.id)!
    this.optionOf.set(0, first.id)

    return first.id
  }
}

const runName = (door: Door, cart: PaidCart) =>
  door === "route" ? `route:${cart.id}` : `inbox:charge.success:${cart.reference}`
