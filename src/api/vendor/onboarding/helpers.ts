import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readOnboarding } from "../../../workflows/vendor-onboarding/read-onboarding"
import { documentView, requirementOfShop } from "../../../workflows/vendor-onboarding/views"
import { boundVendorId, vendorContext } from "../context"

/** How far the bound shop is, and what it has to do next. */
export async function retrieveOnboarding(req: MedusaRequest) {
  const vendor_id = boundVendorId(req)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ requirements, open, facts }, documents] = await Promise.all([
    readOnboarding(req.scope, vendor_id),
    query.graph({
      entity: "vendor_document",
      fields: ["id", "filename", "mime_type", "size_bytes", "created_at"],
      filters: { vendor_id },
      pagination: { skip: 0, take: 100, order: { created_at: "ASC", id: "ASC" } },
    }),
  ])

  return {
    status: vendorContext(req).status,
    is_complete: open.length === 0,
    agreement_version: facts.agreement_version,
    requirements: requirements.map(requirementOfShop),
    documents: documents.data.map(documentView),
  }
}
