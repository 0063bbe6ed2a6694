import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { lazy, Suspense } from "react"
import { ErrorBoundary } from "../components/error-boundary"
import { LoadingState } from "../components/states"

// The configuration is read from the text of this file: the zone has to stand here as it is.
export const config = defineWidgetConfig({ zone: "order.details.after" })

const Section = lazy(() => import("../pages/marketplace/orders/vendor-orders-section"))

/** On Medusa's page of an order: what part of it each shop has. */
export default function VendorOrders({ data: { id } }: { data: { id: string } }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingState />}>
        <Section order_id={id} />
      </Suspense>
    </ErrorBoundary>
  )
}
