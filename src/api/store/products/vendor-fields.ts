import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const VENDOR_FIELDS = ["vendor.id", "vendor.name", "vendor.handle", "vendor.logo_url"]

/** Before core's validator: what a client may ask of a product's shop, and no more. */
export function allowVendorFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.allowed = [...(req.allowed ?? []), ...VENDOR_FIELDS]
  next()
}

/** After core's validator: a product names its shop unless the client has listed the fields it wants. */
export function addVendorFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  if (!replacesDefaults(req.query.fields)) {
    const fields = new Set([...req.queryConfig.fields, ...VENDOR_FIELDS])
    req.queryConfig.fields = [...fields]
  }
  next()
}

/** As in core: fields without a sign stand for the whole selection, those with one change the defaults. */
function replacesDefaults(fields: unknown): boolean {
  const names = [fields].flat().flatMap((text) => (typeof text === "string" ? text.split(",") : []))

  return names.some((name) => /^[^+\-* ]/.test(name))
}
