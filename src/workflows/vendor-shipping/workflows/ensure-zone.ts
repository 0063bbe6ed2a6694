import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { createServiceZonesWorkflow } from "@medusajs/medusa/core-flows"
import type { ZonePlan } from "../types"

export const ensureVendorZoneWorkflowId = "ensure-vendor-service-zone"

/** Answers the id of the planned zone, which is made when it is not there; null when no zone was planned. */
export const ensureVendorZoneWorkflow = createWorkflow(
  ensureVendorZoneWorkflowId,
  (input: { zone: ZonePlan | null }) => {
    const made = when("zone-missing", { input }, (data) => Boolean(data.input.zone?.missing)).then(() =>
      createServiceZonesWorkflow.runAsStep({
        input: transform({ input }, ({ input: { zone } }) => ({
          data: zone?.missing
            ? [
                {
                  name: zone.missing.name,
                  fulfillment_set_id: zone.missing.fulfillment_set_id,
                  geo_zones: zone.missing.country_codes.map((country_code) => ({
                    type: "country" as const,
                    country_code,
                  })),
                },
              ]
            : [],
        })),
      })
    )

    return new WorkflowResponse(
      transform({ input, made }, (data) => ({ id: data.made?.[0]?.id ?? data.input.zone?.id ?? null }))
    )
  }
)
