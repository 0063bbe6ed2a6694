import { ContainerRegistrationKeys, Modules, PromotionStatus } from "@medusajs/framework/utils"
import { createPromotionsWorkflow, updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { LEDGER_MODULE } from "../../../src/modules/ledger"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { partitionOrderWorkflow } from "../../../src/workflows/vendor-order/workflows/partition-order"
import type { OrderBody } from "../../helpers/shopper"
import { type CartSuite, cartOf, deliveryOf, kobo } from "./suite"

const SYSTEM = "pp_system_default"

/** What plugins are handed by the hook, and what they find in the tables at that moment. */
type Handed = { order_id: string; vendor_orders: { id: string }[]; stored: string[]; sale: boolean }
const handedToPlugins: Handed[] = []
partitionOrderWorkflow.hooks.orderPartitioned(async ({ order_id, vendor_orders }, { container }) => {
  const rows = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .listVendorOrders({ order_id })
  const sale = await container.resolve<LedgerModuleService>(LEDGER_MODULE).entryByKey(`sale:${order_id}`)
  handedToPlugins.push({ order_id, vendor_orders, stored: rows.map(({ id }) => id), sale: Boolean(sale) })
})

const rowsOf = (suite: CartSuite, order_id: string) =>
  suite.container().resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).listVendorOrders({ order_id })

export function describeOneVendor(suite: CartSuite): void {
  describe("a cart of one shop", () => {
    const bought = async (cartId: string): Promise<OrderBody> => {
      await suite.shopper().chooseAnyShipping(cartId)
      await suite.shopper().startedSession(cartId, SYSTEM)
      const { body } = await suite.shopper().complete(cartId)

      return suite.shopper().order(body.order!.id)
    }

    it("gives one vendor order, stamped like any other, of the total rounded once", async () => {
      const order = await bought((await cartOf(suite, 1)).id)

      // 1,999 and a delivery of 1,500 with 7.5 %: 3,761.425.
      expect(order.total).toBe(3761.425)
      expect(order.vendor_orders).toMatchObject([
        {
          vendor: { id: suite.market().vendors[0]!.id, name: "Shop 1" },
          display_number: `${order.display_id}-1`,
          status: "pending",
          total: 3761.43,
        },
      ])
    })

    it("gives the house what the platform itself sells", async () => {
      const { region_id, house_variant_id, house_id } = suite.market()
      const cart = await suite.shopper().createCart(region_id, [house_variant_id], 3)

      expect((await bought(cart.id)).vendor_orders).toMatchObject([
        { vendor: { id: house_id }, total: 161.25 },
      ])
    })
  })
}

export function describeRefusals(suite: CartSuite): void {
  describe("a cart that cannot become an order", () => {
    const refused = async (cartId: string, code: string) => {
      const { status, body } = await suite.shopper().complete(cartId)
      expect([status, body.code, body.message]).toEqual([400, code, expect.stringMatching(/^[A-Z].* .*\.$/)])
      await expectNothingHappened(cartId)
    }
    const expectNothingHappened = async (cartId: string) => {
      const orders = suite.container().resolve(Modules.ORDER)
      expect(await orders.listOrders({ metadata: { cart_id: cartId } } as object)).toEqual([])
      const partitions = suite.container().resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      expect(await partitions.listOrderPartitions({ cart_id: cartId })).toEqual([])
      expect(await partitions.openCheckoutOf(cartId)).toBeNull()
      expect(await suite.container().resolve(Modules.INVENTORY).listReservationItems({})).toEqual([])
      expect(await suite.container().resolve<LedgerModuleService>(LEDGER_MODULE).trialBalance()).toEqual([])
    }

    it("because a shop has no delivery method: a pickup is never chosen for the shopper", async () => {
      const cart = await cartOf(suite, 1, 4)
      await suite.shopper().chooseShipping(cart.id, await deliveryOf(suite, cart.id, 1))
      await suite.shopper().startedSession(cart.id, SYSTEM)
      await refused(cart.id, "shipping_method_missing")

      await suite.shopper().chooseShipping(cart.id, suite.market().options.only_pickup)
      await suite.shopper().startedSession(cart.id, SYSTEM)
      expect((await suite.shopper().complete(cart.id)).body.order!.id).toMatch(/^order_/)
    })

    it("because it is empty: neither a payment nor an order", async () => {
      const cart = await cartOf(suite)
      const payment = await suite.shopper().startPayment(cart.id, SYSTEM)
      expect([payment.status, payment.body.code]).toEqual([400, "cart_empty"])
      await refused(cart.id, "cart_empty")
    })

    it("because no payment was started, or the cart grew since", async () => {
      const cart = await cartOf(suite, 1)
      await suite.shopper().chooseAnyShipping(cart.id)
      await refused(cart.id, "payment_session_missing")
      await suite.shopper().startedSession(cart.id, SYSTEM)
      await suite.shopper().addItem(cart.id, suite.market().house_variant_id)
      await refused(cart.id, "payment_session_missing")
    })

    it("because an item is sold out; once there is stock again it completes", async () => {
      const cart = await cartOf(suite, 1, 2)
      await suite.shopper().chooseAnyShipping(cart.id)
      await suite.shopper().startedSession(cart.id, SYSTEM)
      const restock = await sellOut(2)
      await refused(cart.id, "insufficient_inventory")

      await restock()
      const { body } = await suite.shopper().complete(cart.id)
      expect(await rowsOf(suite, body.order!.id)).toHaveLength(2)
    })

    it("because two promotions take off one delivery, which core could not store after the payment", async () => {
      const cart = await cartOf(suite, 1)
      await suite.shopper().chooseAnyShipping(cart.id)
      const promotions = ["LESS5", "LESS9"].map((code, index) => ({
        code,
        type: "standard" as const,
        status: PromotionStatus.ACTIVE,
        application_method: {
          type: "percentage" as const,
          target_type: "shipping_methods" as const,
          allocation: "across" as const,
          value: 5 + index * 4,
          currency_code: "ngn",
        },
      }))
      await createPromotionsWorkflow(suite.container()).run({ input: { promotionsData: promotions } })
      const path = `/store/carts/${cart.id}/promotions`
      await suite.shopper().must("POST", path, { promo_codes: ["LESS5", "LESS9"] })

      const payment = await suite.shopper().startPayment(cart.id, SYSTEM)
      expect([payment.status, payment.body.code]).toEqual([400, "delivery_promotions_conflict"])

      await suite.shopper().must("DELETE", path, { promo_codes: ["LESS9"] })
      await suite.shopper().startedSession(cart.id, SYSTEM)
      expect((await suite.shopper().complete(cart.id)).body.order!.id).toMatch(/^order_/)
    })

    it("because a shop stopped selling", async () => {
      const cart = await cartOf(suite, 1, 2)
      await suite.shopper().chooseAnyShipping(cart.id)
      await suite.shopper().startedSession(cart.id, SYSTEM)
      await changeVendorStatusWorkflow(suite.container()).run({
        input: { vendor_id: suite.market().vendors[1]!.id, to: "suspended", actor: "user_staff" },
      })
      await refused(cart.id, "vendor_unavailable")
      const again = await suite.shopper().startPayment(cart.id, SYSTEM)
      expect([again.status, again.body.code]).toEqual([400, "vendor_unavailable"])
    })

    /** Takes a shop's stock away; answers how to bring it back. */
    async function sellOut(shop: number): Promise<() => Promise<unknown>> {
      const { variant_id } = suite.market().vendors[shop - 1]!.products[0]!
      const query = suite.container().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product_variant_inventory_item",
        fields: [
          "inventory.location_levels.id",
          "inventory.location_levels.location_id",
          "inventory_item_id",
        ],
        filters: { variant_id },
      })
      const { inventory_item_id, inventory } = data[0]!
      const level = inventory!.location_levels![0]!
      const stock = (stocked_quantity: number) =>
        updateInventoryLevelsWorkflow(suite.container()).run({
          input: {
            updates: [{ id: level.id, inventory_item_id, location_id: level.location_id, stocked_quantity }],
          },
        })
      await stock(0)

      return () => stock(1000)
    }
  })
}

export function describeOrders(suite: CartSuite): void {
  describe("an order", () => {
    const buy = async (...shops: number[]) => {
      const cart = await cartOf(suite, ...shops)
      await suite.shopper().chooseShipping(cart.id, await deliveryOf(suite, cart.id, shops[0]!))
      await suite.shopper().startedSession(cart.id, SYSTEM)
      const { body } = await suite.shopper().complete(cart.id)

      return { cart_id: cart.id, order_id: body.order!.id }
    }

    it("is answered with its vendor orders whatever has become of the shops, and with public fields alone", async () => {
      const { order_id } = await buy(1, 2)
      const before = await suite.shopper().order(order_id)
      const [first, second] = suite.market().vendors
      for (const [vendor_id, to] of [
        [first!.id, "suspended"],
        [second!.id, "closed"],
      ] as const) {
        await changeVendorStatusWorkflow(suite.container()).run({
          input: { vendor_id, to, actor: "user_staff" },
        })
      }

      const after = await suite.shopper().order(order_id)
      expect(after.vendor_orders).toEqual(before.vendor_orders)
      expect(after.vendor_orders.map((part) => part.vendor.id).toSorted()).toEqual(
        [first!.id, second!.id].toSorted()
      )
      expect(JSON.stringify(after.vendor_orders)).not.toMatch(/commission|net_|shop1@|contact/)
    })

    it("is the same one for every further completion, at once or later", async () => {
      const cart = await cartOf(suite, 1, 2, 3)
      await suite.shopper().chooseAnyShipping(cart.id)
      await suite.shopper().startedSession(cart.id, SYSTEM)

      const first = await Promise.all([1, 2, 3].map(() => suite.shopper().complete(cart.id)))
      const later = await suite.shopper().complete(cart.id)

      const ids = [...first, later].map(({ body }) => body.order?.id)
      expect(new Set(ids).size).toBe(1)
      expect(ids[0]).toMatch(/^order_/)
      expect(await rowsOf(suite, ids[0]!)).toHaveLength(3)
    })

    it("is told of only when its vendor orders and its sale are written: to plugins and by order.placed", async () => {
      const placed: { id: string; vendor_orders: number }[] = []
      suite
        .container()
        .resolve(Modules.EVENT_BUS)
        .subscribe("order.placed", async ({ data }) => {
          const { id } = data as { id: string }
          placed.push({ id, vendor_orders: (await rowsOf(suite, id)).length })
        })
      const { order_id } = await buy(1, 2)

      const handed = handedToPlugins.find((it) => it.order_id === order_id)!
      expect(handed.vendor_orders.map(({ id }) => id).toSorted()).toEqual(handed.stored.toSorted())
      expect([handed.stored.length, handed.sale]).toEqual([2, true])
      for (let tries = 0; tries < 50 && !placed.length; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      expect(placed).toEqual([{ id: order_id, vendor_orders: 2 }])
    })

    it("keeps what was frozen when rates and promotions change; its promotion counts once, for all shops", async () => {
      const promotions = suite.container().resolve(Modules.PROMOTION)
      await createPromotionsWorkflow(suite.container()).run({
        input: {
          promotionsData: [
            {
              code: "TENTH",
              type: "standard",
              status: PromotionStatus.ACTIVE,
              is_automatic: true,
              application_method: {
                type: "percentage",
                value: 10,
                target_type: "items",
                allocation: "across",
              },
              campaign: {
                name: "TENTH",
                campaign_identifier: "TENTH",
                budget: { type: "usage", limit: 2 },
              },
            },
          ],
        },
      })
      const used = async () => {
        const [promotion] = await promotions.listPromotions(
          { code: ["TENTH"] },
          { relations: ["campaign.budget"] }
        )
        return Number(promotion!.campaign!.budget!.used)
      }
      const { cart_id, order_id } = await buy(1, 2, 3)
      const sold = await rowsOf(suite, order_id)
      const order = await suite.shopper().order(order_id)
      expect(sold.map((row) => row.platform_discount_minor).toSorted()).toEqual(["19990", "20990", "21990"])
      expect(kobo(order.total)).toBe(sold.reduce((sum, row) => sum + Number(row.charged_minor), 0))
      expect(await used()).toBe(1)

      const vendors = suite.container().resolve<VendorModuleService>(VENDOR_MODULE)
      for (const { id } of suite.market().vendors) {
        await vendors.updateVendors({ id, commission_rate_bps: 9000 })
      }
      const [promotion] = await promotions.listPromotions({ code: ["TENTH"] })
      await promotions.deletePromotions(promotion!.id)
      await partitionOrderWorkflow(suite.container()).run({ input: { order_id, cart_id } })
      await suite.shopper().complete(cart_id)

      expect(await rowsOf(suite, order_id)).toEqual(sold)
      expect(await suite.shopper().order(order_id)).toEqual(order)
    })
  })
}
