import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../lib/errors"
import type { Permission } from "../../lib/permissions"
import { staff } from "../../lib/route-access"
import { decideStaff } from "../../modules/access/domain/decide"
import { type AccessToken, factsOf, grantsOf } from "../access/grants-of"

/** Core names the tables that staff export so, with a time that can be guessed. Nothing else private is served from here. */
const EXPORT = /^private-\d+-\d+-(inventory-item|order|product)-exports\.csv$/

const permissions: Record<string, Permission> = {
  "inventory-item": "inventory:read",
  order: "orders:read",
  product: "products:read",
}

export const fileNotFound = () => notFound(ErrorCode.FILE_NOT_FOUND, "There is no such file for you.")

/** Opens an exported table to staff who may read what is in it; the link in the dashboard carries their cookie. */
export async function admitToExport(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const permission = permissions[EXPORT.exec(req.params.file ?? "")?.[1] ?? ""]
  const token = (req as AuthenticatedMedusaRequest).auth_context as AccessToken | undefined
  if (!permission || !token?.actor_id) {
    throw fileNotFound()
  }
  const verdict = decideStaff(staff(permission), await grantsOf(req, token), factsOf(token), new Date())
  if (!verdict.is_allowed) {
    throw fileNotFound()
  }
  next()
}
