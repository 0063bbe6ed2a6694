import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import type LedgerModuleService from "../../src/modules/ledger/service"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { Shopper } from "../helpers/shopper"

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let market: Marketplace
    let shopper: Shopper
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container)
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
    })

    const variants = () => market.vendors.map((vendor) => vendor.products[0]!.variant_id)

    describe("a storefront that knows nothing of shops", () => {
      it("checks out a cart of three shops with one shipping method and one payment", async () => {
        const cart = await shopper.createCart(market.region_id, variants())
        const options = await shopper.shippingOptions(cart.id)
        expect(options.map((option) => option.vendor.name).sort()).toEqual(["Shop 1", "Shop 2", "Shop 3"])

        const withShipping = await shopper.chooseShipping(cart.id, options[1]!.id)
        expect(withShipping.shipping_methods.map((method) => method.auto_selected)).toEqual([
          true,
          true,
          false,
        ])
        expect(withShipping.shipping_methods.at(-1)?.shipping_option_id).toBe(options[1]!.id)

        await shopper.startedSession(cart.id, "pp_system_default")
        const { status, body } = await shopper.complete(cart.id)
        expect([status, body.type, body.code]).toEqual([200, "order", undefined])

        const order = await shopper.order(body.order!.id)
        expect(order.vendor_orders).toHaveLength(3)
        const cents = order.vendor_orders.reduce((sum, part) => sum + Math.round(part.total * 100), 0)
        expect(cents).toBe(Math.round(order.total * 100))

        const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
      })
    })
  },
})
