import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  ContainerRegistrationKeys,
  FulfillmentWorkflowEvents,
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import { syncVendorOrdersWorkflow } from "../workflows/vendor-order/workflows/sync-vendor-orders"

type Changed = { id?: string; order_id?: string }

/** Keeps vendor orders in step with what staff do on core's own order pages. */
export default async function syncVendorOrders({ event, container }: SubscriberArgs<Changed>) {
  const { id, order_id } = event.data
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  // Shipments and deliveries are announced by their fulfilment.
  const isByFulfilment = !order_id && event.name !== OrderWorkflowEvents.CANCELED
  const { data } = isByFulfilment
    ? await query.graph({
        entity: "order_fulfillment",
        fields: ["order_id"],
        filters: { fulfillment_id: id },
      })
    : { data: [{ order_id: order_id ?? id }] }
  const changed = data[0]?.order_id
  if (changed) {
    await syncVendorOrdersWorkflow(container).run({ input: { order_id: changed, actor: "staff" } })
  }
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    OrderWorkflowEvents.CANCELED,
    OrderEditWorkflowEvents.CONFIRMED,
    FulfillmentWorkflowEvents.SHIPMENT_CREATED,
    FulfillmentWorkflowEvents.DELIVERY_CREATED,
  ],
  context: { subscriberId: "sync-vendor-orders" },
}
