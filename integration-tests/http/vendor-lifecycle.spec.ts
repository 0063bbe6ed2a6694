import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createFulfillmentSets, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import type { CreateVendorInput } from "../../src/modules/vendor/types"
import { openShopStep } from "../../src/workflows/vendor/steps/open-shop"
import { approveVendorWorkflow } from "../../src/workflows/vendor/workflows/approve-vendor"
import { assignProductsToVendorWorkflow } from "../../src/workflows/vendor/workflows/assign-products-to-vendor"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { createVendorWorkflow } from "../../src/workflows/vendor/workflows/create-vendor"
import { ensureHouseVendorWorkflow } from "../../src/workflows/vendor/workflows/ensure-house-vendor"
import { createMarketplace, createProduct, createShop, type Marketplace } from "../helpers/create-marketplace"

jest.setTimeout(180_000)

const failingStep = createStep("fail-after-open-shop", () => {
  throw new Error("a later step failed")
})
const openThenFail = createWorkflow("open-shop-then-fail", (input: CreateVendorInput) => {
  openShopStep(input)
  failingStep()

  return new WorkflowResponse(input)
})
const clashStep = createWorkflow(
  "take-fulfillment-set-name",
  (input: { name: string }) =>
    new WorkflowResponse(createFulfillmentSets([{ name: input.name, type: "shipping" }]))
)

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let market: Marketplace

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 0 })
    })

    const vendors = () => container.resolve<VendorModuleService>(VENDOR_MODULE)
    const query = () => container.resolve(ContainerRegistrationKeys.QUERY)
    const sql = async <Row>(text: string, values: string[] = []): Promise<Row[]> =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
    const openShop = async (over: Partial<CreateVendorInput> = {}) => {
      const { result } = await createVendorWorkflow(container).run({
        input: { name: "Kente Palace", contact_email: "ama@example.com", ...over },
      })
      return result
    }
    const approve = (vendor_id: string) =>
      approveVendorWorkflow(container).run({
        input: {
          vendor_id,
          actor: "user_staff",
          reason: "papers are in order",
          shipping: { prices: [{ currency_code: "ngn", amount: 1500.5 }] },
        },
      })
    const historyOf = async (vendor_id: string) =>
      (await vendors().listVendorStatusChanges({ vendor_id }, { order: { created_at: "ASC" } })).map(
        (row) => [row.from_status, row.to_status, row.actor, row.reason]
      )
    /** What provisioning has set up, of all shops together; the house has one of each. */
    const provisioned = async () => {
      const [counts] = await sql<Record<string, string>>(
        `select (select count(*) from stock_location where deleted_at is null) as locations,
                (select count(*) from shipping_profile where deleted_at is null) as profiles,
                (select count(*) from fulfillment_set where deleted_at is null) as sets,
                (select count(*) from service_zone where deleted_at is null) as zones,
                (select count(*) from shipping_option where deleted_at is null) as options,
                (select count(*) from location_fulfillment_set where deleted_at is null) as set_links,
                (select count(*) from location_fulfillment_provider where deleted_at is null) as provider_links,
                (select count(*) from sales_channel_stock_location where deleted_at is null) as channel_links,
                (select count(*) from shipping_option_price_set where deleted_at is null) as price_links`
      )
      return [...new Set(Object.values(counts!).map(Number))]
    }
    /** Names of vendor events, in the order in which they were emitted. */
    const listen = () => {
      const seen: unknown[] = []
      const bus = container.resolve(Modules.EVENT_BUS)
      for (const name of ["vendor.created", "vendor.status-changed"]) {
        bus.subscribe(name, async ({ data }) => {
          seen.push([name, data])
        })
      }
      return seen
    }

    describe("approving a shop", () => {
      it("provisions what it needs to sell, and tells so", async () => {
        const events = listen()
        const { id } = await openShop({ city: "Kumasi", country_code: "gh", owner_user_id: "user_ama" })
        await approve(id)

        const [vendor] = await vendors().listVendors({ id })
        expect(vendor!.status).toBe("approved")
        const { data: locations } = await query().graph({
          entity: "stock_location",
          fields: [
            "name",
            "address.city",
            "address.country_code",
            "sales_channels.id",
            "fulfillment_providers.id",
            "fulfillment_sets.type",
            "fulfillment_sets.service_zones.geo_zones.country_code",
            "fulfillment_sets.service_zones.shipping_options.shipping_profile_id",
            "fulfillment_sets.service_zones.shipping_options.prices.amount",
            "fulfillment_sets.service_zones.shipping_options.prices.currency_code",
          ],
          filters: { id: vendor!.stock_location_id! },
        })
        expect(locations).toMatchObject([
          {
            name: "Kente Palace",
            address: { city: "Kumasi", country_code: "gh" },
            sales_channels: [{ id: market.sales_channel_id }],
            fulfillment_providers: [{ id: "manual_manual" }],
            fulfillment_sets: [
              {
                type: "shipping",
                service_zones: [
                  {
                    geo_zones: [{ country_code: "ng" }],
                    shipping_options: [
                      {
                        shipping_profile_id: vendor!.shipping_profile_id,
                        prices: [{ amount: 1500.5, currency_code: "ngn" }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ])
        expect(await historyOf(id)).toEqual([
          [null, "pending", "registration", null],
          ["pending", "approved", "user_staff", "papers are in order"],
        ])
        expect(events).toEqual([
          ["vendor.created", { vendor_id: id }],
          ["vendor.status-changed", { vendor_id: id, from: "pending", to: "approved" }],
        ])
      })

      it("sets nothing up twice: not on a second approval, nor on one after a suspension", async () => {
        const { id } = await openShop()
        await approve(id)
        await expect(approve(id)).rejects.toMatchObject({ code: "vendor_transition_refused" })
        await changeVendorStatusWorkflow(container).run({
          input: { vendor_id: id, to: "suspended", actor: "user_staff", reason: "late parcels" },
        })
        await approve(id)

        expect(await provisioned()).toEqual([2])
        expect((await historyOf(id)).map(([, to]) => to)).toEqual([
          "pending",
          "approved",
          "suspended",
          "approved",
        ])
      })

      it("provisions once when two people approve at the same moment", async () => {
        const { id } = await openShop()

        const outcomes = await Promise.allSettled([approve(id), approve(id)])

        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
        expect(await provisioned()).toEqual([2])
        const [vendor] = await vendors().listVendors({ id })
        expect(vendor).toMatchObject({
          status: "approved",
          shipping_profile_id: expect.any(String),
          stock_location_id: expect.any(String),
        })
        expect(await historyOf(id)).toHaveLength(2)
      })

      it("serves two shops of the same name", async () => {
        const first = await openShop()
        const second = await openShop({ handle: "kente-palace-2" })

        await approve(first.id)
        await approve(second.id)

        expect(await provisioned()).toEqual([3])
      })
    })

    describe("when approving fails", () => {
      const expectUntouched = async (id: string, status: string) => {
        expect(await provisioned()).toEqual([1])
        expect(await vendors().listVendors({ id })).toMatchObject([
          { status, shipping_profile_id: null, stock_location_id: null },
        ])
      }

      it("in the middle, all that was set up is taken back, and the next approval succeeds", async () => {
        const events = listen()
        const { id, name } = await openShop()
        const { result: clash } = await clashStep(container).run({ input: { name: `${name} (${id})` } })
        await expect(approve(id)).rejects.toMatchObject({
          message: expect.stringMatching(/exists/),
        })

        await container.resolve(Modules.FULFILLMENT).deleteFulfillmentSets(clash[0]!.id)
        await expectUntouched(id, "pending")
        expect(await historyOf(id)).toHaveLength(1)
        expect(events).toEqual([["vendor.created", { vendor_id: id }]])

        await approve(id)
        expect(await provisioned()).toEqual([2])
      })

      it("at its very end, because the shop is closed, all that was set up is taken back", async () => {
        const { id } = await openShop()
        await changeVendorStatusWorkflow(container).run({
          input: { vendor_id: id, to: "closed", actor: "user_ama" },
        })

        await expect(approve(id)).rejects.toMatchObject({ code: "vendor_transition_refused" })
        await expectUntouched(id, "closed")
      })

      it("because there is no such shop, it says so", async () => {
        await expect(approve("vend_none")).rejects.toMatchObject({ code: "vendor_not_found" })
        expect(await provisioned()).toEqual([1])
      })
    })

    describe("opening a shop", () => {
      it("leaves its handle free when a later step fails", async () => {
        const input = { name: "Kente Palace", contact_email: "ama@example.com", owner_user_id: "user_ama" }
        await expect(openThenFail(container).run({ input })).rejects.toMatchObject({
          message: "a later step failed",
        })

        expect(await vendors().listVendors({ handle: "kente-palace" })).toEqual([])
        expect(await vendors().listVendorMembers({})).toEqual([])
        expect(await openShop()).toMatchObject({ handle: "kente-palace" })
      })
    })

    describe("the house", () => {
      it("is opened and approved once, however many ask at the same moment", async () => {
        await sql("delete from vendor where is_house")
        const ensure = async () => (await ensureHouseVendorWorkflow(container).run({ input: {} })).result.id

        const ids = await Promise.all([ensure(), ensure(), ensure(), ensure()])

        expect(new Set([...ids, await ensure()]).size).toBe(1)
        expect(await vendors().listVendors({ is_house: true })).toMatchObject([
          { id: ids[0], status: "approved", commission_rate_bps: 0 },
        ])
        // One of each was the former house's.
        expect(await provisioned()).toEqual([2])
      })
    })

    describe("a house that a killed server left half opened", () => {
      it("is approved by whoever asks next", async () => {
        await sql("delete from vendor where is_house")
        const { id } = await vendors().openShop({
          name: "House",
          contact_email: "h@localhost",
          is_house: true,
        })

        const { result } = await ensureHouseVendorWorkflow(container).run({ input: {} })

        expect(result.id).toBe(id)
        expect(await vendors().listVendors({ id })).toMatchObject([{ status: "approved" }])
      })
    })

    describe("a product", () => {
      const ownersOf = async (product_id: string) =>
        sql<{ vendor_id: string }>(
          "select vendor_id from product_vendor where product_id = ? and deleted_at is null",
          [product_id]
        )
      const profilesOf = async (product_id: string) =>
        sql<{ shipping_profile_id: string }>(
          "select shipping_profile_id from product_shipping_profile where product_id = ? and deleted_at is null",
          [product_id]
        )
      const assign = (vendor_id: string, product_ids: string[]) =>
        assignProductsToVendorWorkflow(container).run({ input: { vendor_id, product_ids } })

      it("belongs to the house when nobody is named, and to the vendor that is", async () => {
        const { result } = await createProductsWorkflow(container).run({
          input: { products: [{ title: "Nobody's", options: [{ title: "Size", values: ["One"] }] }] },
        })
        const shop = await createShop(container, market.sales_channel_id, 0, 1)

        expect(await ownersOf(result[0]!.id)).toEqual([{ vendor_id: market.house_id }])
        expect(await ownersOf(shop.products[0]!.id)).toEqual([{ vendor_id: shop.id }])
      })

      it("has one owner: the database refuses a second one under raw SQL", async () => {
        const owner = await createShop(container, market.sales_channel_id, 0, 1)
        const other = await createShop(container, market.sales_channel_id, 1, 0)
        const product = owner.products[0]!.id
        const insert = (id: string, vendor: string) =>
          sql("insert into product_vendor (id, product_id, vendor_id) values (?, ?, ?)", [
            id,
            product,
            vendor,
          ])

        await expect(insert("prodvend_2", other.id)).rejects.toThrow("product_vendor_one_owner")

        // A link that was given up makes room for one other, and cannot come back beside it.
        await sql("update product_vendor set deleted_at = now() where product_id = ?", [product])
        await insert("prodvend_3", other.id)
        await expect(
          sql("update product_vendor set deleted_at = null where product_id = ?", [product])
        ).rejects.toThrow("product_vendor_one_owner")
        expect(await ownersOf(product)).toEqual([{ vendor_id: other.id }])
      })

      it("is refused to another vendor, and nothing of the batch is assigned", async () => {
        const owner = await createShop(container, market.sales_channel_id, 0, 1)
        const other = await createShop(container, market.sales_channel_id, 1, 0)
        const free = await createProduct(container, {
          vendor_id: owner.id,
          salesChannelId: market.sales_channel_id,
          price: 100,
        })
        await sql("update product_vendor set deleted_at = now() where product_id = ?", [free.id])

        await expect(assign(other.id, [free.id, owner.products[0]!.id])).rejects.toMatchObject({
          code: "product_owned_by_another_vendor",
        })
        expect(await ownersOf(free.id)).toEqual([])
        await expect(assign("vend_none", [free.id])).rejects.toMatchObject({ code: "vendor_not_found" })
      })

      it("goes to one of two vendors who claim it at once, with that vendor's shipping profile alone", async () => {
        const former = await createShop(container, market.sales_channel_id, 0, 1)
        const claimants = [
          await createShop(container, market.sales_channel_id, 1, 0),
          await createShop(container, market.sales_channel_id, 2, 0),
        ]
        const product = former.products[0]!.id
        await sql("delete from product_vendor where product_id = ?", [product])

        const outcomes = await Promise.allSettled(claimants.map(({ id }) => assign(id, [product])))

        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
        const [owner] = await ownersOf(product)
        const [vendor] = await vendors().listVendors({ id: owner!.vendor_id })
        expect(await profilesOf(product)).toEqual([{ shipping_profile_id: vendor!.shipping_profile_id }])
      })
    })
  },
})
