import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../../lib/errors"
import type { ReportScope } from "../../../modules/report/types"
import { staffContext } from "../../access/admit-staff"

/** What is asked for, of one shop or of all. @throws not found for a shop that does not exist */
export async function askedByStaff<Query extends { time_zone?: string; vendor_id?: string }>(
  req: MedusaRequest,
  { vendor_id, ...query }: Query
) {
  const { settings } = staffContext(req).grants

  return {
    ...query,
    scope: await scopeOf(req, vendor_id),
    time_zone: query.time_zone ?? settings.time_zone,
  }
}

async function scopeOf(req: MedusaRequest, vendor_id: string | undefined): Promise<ReportScope> {
  if (vendor_id === undefined) {
    return "platform"
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "vendor", fields: ["id"], filters: { id: vendor_id } })
  if (!data[0]) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
  }

  return { vendor_id }
}
