import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  createFulfillmentSets,
  createRemoteLinkStep,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { equipVendorProductsWorkflow } from "../../vendor-product/workflows/equip-products"
import { type PlanProvisioningInput, planProvisioningStep } from "../steps/plan-provisioning"
import { recordProvisioningStep } from "../steps/record-provisioning"

export const provisionVendorWorkflowId = "provision-vendor"

const MANUAL_PROVIDER = "manual_manual"

/**
 * Gives a shop what it needs to sell: a stock location in the store's sales channel, a shipping profile of its own
 * (so that Medusa asks for one method per shop), a fulfilment set with a service zone and a first delivery option.
 * Done once; every part is taken back when a later one fails.
 */
export const provisionVendorWorkflow = createWorkflow(
  provisionVendorWorkflowId,
  (input: PlanProvisioningInput) => {
    const plan = planProvisioningStep(input)

    when("not-provisioned", { plan }, (data) => !data.plan.is_provisioned).then(() => {
      const locations = createStockLocationsWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          locations: [{ name: data.plan.name, address: data.plan.address }],
        })),
      })
      const profiles = createShippingProfilesWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({ data: [{ name: data.plan.unique_name, type: "default" }] })),
      })
      const sets = createFulfillmentSets(
        transform({ plan }, (data) => [
          {
            name: data.plan.unique_name,
            type: "shipping",
            service_zones: [
              {
                name: data.plan.unique_name,
                geo_zones: data.plan.country_codes.map((country_code) => ({
                  type: "country" as const,
                  country_code,
                })),
              },
            ],
          },
        ])
      )
      createRemoteLinkStep(
        transform({ plan, locations, sets }, (data) => {
          const stock_location_id = data.locations[0]?.id ?? ""
          const location = { [Modules.STOCK_LOCATION]: { stock_location_id } }
          return [
            { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: data.sets[0]?.id ?? "" } },
            { ...location, [Modules.FULFILLMENT]: { fulfillment_provider_id: MANUAL_PROVIDER } },
            ...(data.plan.sales_channel_id
              ? [{ [Modules.SALES_CHANNEL]: { sales_channel_id: data.plan.sales_channel_id }, ...location }]
              : []),
          ]
        })
      )
      createShippingOptionsWorkflow.runAsStep({
        input: transform({ plan, profiles, sets }, (data) => [
          {
            name: data.plan.option_name,
            price_type: "flat" as const,
            provider_id: MANUAL_PROVIDER,
            service_zone_id: data.sets[0]?.service_zones[0]?.id ?? "",
            shipping_profile_id: data.profiles[0]?.id ?? "",
            type: { label: data.plan.option_name, description: "To the buyer's door", code: "standard" },
            prices: data.plan.prices,
            rules: [
              { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
              { attribute: "is_return", value: "false", operator: "eq" as const },
            ],
          },
        ]),
      })
      const provisioned = transform({ plan, locations, profiles }, (data) => ({
        vendor_id: data.plan.vendor_id,
        shipping_profile_id: data.profiles[0]?.id ?? "",
        stock_location_id: data.locations[0]?.id ?? "",
      }))
      recordProvisioningStep(provisioned)
      equipVendorProductsWorkflow.runAsStep({ input: provisioned })
    })

    return new WorkflowResponse(plan)
  }
)
