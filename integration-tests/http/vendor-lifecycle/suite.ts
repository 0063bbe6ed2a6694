import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import type { CreateVendorInput } from "../../../src/modules/vendor/types"
import { approveVendorWorkflow } from "../../../src/workflows/vendor/workflows/approve-vendor"
import { createVendorWorkflow } from "../../../src/workflows/vendor/workflows/create-vendor"
import type { Marketplace } from "../../helpers/create-marketplace"

/** What is there once the server has started. */
export type LifecyclePlace = { container: MedusaContainer; market: Marketplace }

export type LifecycleSuite = ReturnType<typeof createLifecycleSuite>

/** What all tests of a shop's life share; the place is made after they are declared. */
export function createLifecycleSuite(place: () => LifecyclePlace) {
  const vendors = () => place().container.resolve<VendorModuleService>(VENDOR_MODULE)
  const query = () => place().container.resolve(ContainerRegistrationKeys.QUERY)
  const sql = async <Row>(text: string, values: string[] = []): Promise<Row[]> =>
    (await place().container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const openShop = async (over: Partial<CreateVendorInput> = {}) => {
    const { result } = await createVendorWorkflow(place().container).run({
      input: { name: "Kente Palace", contact_email: "ama@example.com", ...over },
    })
    return result
  }
  const approve = (vendor_id: string) =>
    approveVendorWorkflow(place().container).run({
      input: {
        vendor_id,
        actor: "user_staff",
        reason: "papers are in order",
        shipping: { prices: [{ currency_code: "ngn", amount: 1500.5 }] },
      },
    })
  const historyOf = async (vendor_id: string) =>
    (await vendors().listVendorStatusChanges({ vendor_id }, { order: { created_at: "ASC" } })).map((row) => [
      row.from_status,
      row.to_status,
      row.actor,
      row.reason,
    ])
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
    const bus = place().container.resolve(Modules.EVENT_BUS)
    for (const name of ["vendor.created", "vendor.status-changed"]) {
      bus.subscribe(name, async ({ data }) => {
        seen.push([name, data])
      })
    }
    return seen
  }

  return {
    get container() {
      return place().container
    },
    get market() {
      return place().market
    },
    vendors,
    query,
    sql,
    openShop,
    approve,
    historyOf,
    provisioned,
    listen,
  }
}
