import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** The dashboard's bell shows the feed; other channels' messages are for the one they were sent to. */
export function onlyFeed(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.filterableFields = { ...req.filterableFields, channel: "feed" }
  next()
}
