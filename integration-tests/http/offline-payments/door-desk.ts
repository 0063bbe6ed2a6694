import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PAY_ON_DELIVERY } from "../../../src/lib/pay-on-delivery"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import { releaseMoneyWorkflow } from "../../../src/workflows/payout/workflows/release-money"
import { type OrderAnswer, OrderDesk } from "../../helpers/order-desk"
import type { Client } from "../../helpers/people"
import { until } from "../../helpers/until"
import type { BankWorld } from "./bank-transfers"

/** The owners of the first two shops, too. */
export type DoorWorld = BankWorld & { shops: Client[] }

type Offer = {
  is_offered: boolean
  vendors: { vendor: { id: string }; amount: number; reason: string | null }[]
}
export type Refusal = { code?: string }
type Bought = { order_id: string; part: (shop: number) => Promise<string> }

export const KEY = "at-the-door-0001"

/** What shops, buyers and staff do with parcels that are paid for at the door. */
export function doorDesk(world: () => DoorWorld) {
  const service = () => world().container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)

  const desk = () => {
    const { container, market, shopper } = world()

    // What is paid at the door needs no gateway.
    return new OrderDesk({ container, market, shopper, sandbox: undefined as never })
  }

  const configure = (values: Partial<Settings>) =>
    world().container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" })

  const vendorId = (shop: number) => world().market.vendors[shop]!.id

  const serve = async (shop: number, pay_on_delivery: object = { is_offered: true, areas: [] }) => {
    const path = `/vendor/shops/${vendorId(shop)}`
    expect((await world().shops[shop]!("POST", path, { settings: { pay_on_delivery } })).status).toBe(200)
  }

  const stop = async (shop: number, is_cash_stopped: boolean) => {
    const path = `/admin/payouts/terms/${vendorId(shop)}`
    expect((await world().finance("POST", path, { is_cash_stopped })).status).toBe(200)
  }

  const offerOf = async (cart_id: string) =>
    (await world().shopper.must<{ pay_on_delivery: Offer }>("GET", `/store/carts/${cart_id}/pay-on-delivery`))
      .pay_on_delivery

  const cartOfBoth = async () => {
    const { market, shopper } = world()
    const variants = market.vendors.map(({ products }) => products[0]!.variant_id)
    const cart = await shopper.createCart(market.region_id, variants)
    await shopper.chooseAnyShipping(cart.id)

    return cart.id
  }

  /** Two pieces of each of both shops. */
  const buy = async (): Promise<Bought> => {
    await configure({
      pay_on_delivery: true,
      pay_on_delivery_signed_in: false,
      payout_release_days: 0,
      unverified_payout_hold_days: 0,
    })
    await serve(0)
    await serve(1)

    return desk().buy([0, 1], { quantity: 2, provider: PAY_ON_DELIVERY })
  }

  const parts = async ({ order_id, part }: Bought) => {
    const rows = await desk().rows(order_id)
    const [first, second] = [await part(0), await part(1)]

    return [rows.find(({ id }) => id === first)!, rows.find(({ id }) => id === second)!] as const
  }

  const ship = async (shop: number, id: string) => {
    const { body } = await world().shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
    const items = body.order.lines.map((line) => ({ line_id: line.id, quantity: line.quantity }))
    const packed = await world().shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/fulfilments`, {
      items,
      is_shipped: true,
    })
    expect(packed.body.order.status).toBe("shipped")
  }

  const deliver = async (shop: number, id: string) => {
    const { body } = await world().shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
    const path = `/vendor/orders/${id}/fulfilments/${body.order.fulfilments[0]!.id}/deliver`
    expect((await world().shops[shop]!<OrderAnswer>("POST", path, {})).body.order.status).toBe("delivered")
  }

  const collect = (shop: number, id: string, body: { amount: string; idempotency_key?: string }) =>
    world().shops[shop]!<OrderAnswer & Refusal>("POST", `/vendor/orders/${id}/collect`, {
      idempotency_key: KEY,
      ...body,
    })

  const refuse = (shop: number, id: string) =>
    world().shops[shop]!<OrderAnswer & Refusal>("POST", `/vendor/orders/${id}/refuse`, {
      reason: "changed_mind",
      note: "Nobody wanted it any more.",
    })

  const release = () => releaseMoneyWorkflow(world().container).run({})

  const commercial = async (order_id: string) => {
    const { data } = await world()
      .container.resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: [
          "payment_collections.status",
          "payment_collections.amount",
          "payment_collections.captured_amount",
          "payment_collections.payments.id",
          "payment_collections.payments.canceled_at",
        ],
        filters: { id: order_id },
      })
    const [order] = data as unknown as {
      payment_collections: {
        status: string
        amount: number
        captured_amount: number
        payments: { id: string; canceled_at: Date | null }[]
      }[]
    }[]
    const { owed } = await desk().commercial(order_id)

    return { ...order!, owed: Math.abs(owed) }
  }

  const showsPaid = async (order_id: string, collected_minor: string | bigint) => {
    const paid = Number(collected_minor) / 100
    await until(async () => (await commercial(order_id)).payment_collections[0]?.status === "completed")
    expect((await commercial(order_id)).payment_collections[0]).toMatchObject({
      amount: paid,
      captured_amount: paid,
    })
  }

  const notices = async () => {
    const sent = await world().container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })

    return sent.map(({ data }) => data?.title)
  }

  const major = (minor: string | bigint) => String(Number(minor) / 100)

  return {
    service,
    desk,
    configure,
    vendorId,
    serve,
    stop,
    offerOf,
    cartOfBoth,
    buy,
    parts,
    ship,
    deliver,
    collect,
    refuse,
    release,
    commercial,
    showsPaid,
    notices,
    major,
  }
}
