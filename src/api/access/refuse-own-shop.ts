import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import type { StaffRequest } from "./admit-staff"

const READING = new Set(["GET", "HEAD", "OPTIONS"])
/** What an id of Medusa's or ours looks like: `prod_01JZ…`. */
const ID = /^[a-z]{2,10}(_[a-z]{2,10})?_[0-9A-Za-z]{10,40}$/
/** And what the file module calls a file: `1732000000000-name.webp`. */
const FILE = /^(private-)?\d{13}-[\w.-]{1,200}$/
const MOST_IDS = 1000
/** Their rows name what they translate in the database alone. */
const BY_OTHER_NAMES = /^\/admin\/(products\/imports?|translations)\b/i

/**
 * Nobody acts as staff on a shop they belong to: a changing request that names a record of theirs, wherever in it, is
 * refused. Only staff who are also people of a shop pay for the question.
 */
export async function refuseOwnShop(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const memberships = (req as StaffRequest).staff_context?.grants.memberships ?? []
  if (!memberships.length || READING.has(req.method)) {
    next()
    return
  }
  if (BY_OTHER_NAMES.test(req.originalUrl)) {
    throw forbidden(ErrorCode.OWN_SHOP_REFUSED, "This may name products of a shop that you belong to.")
  }
  const ids = idsIn([wordsOf(req.originalUrl), req.query, req.body])
  if (ids.length > MOST_IDS) {
    throw forbidden(ErrorCode.OWN_SHOP_REFUSED, "The request names too many records to see whose they are.")
  }
  const isOwn = await req.scope
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .ownsAny({ vendor_ids: memberships.map(({ vendor_id }) => vendor_id), ids })
  if (isOwn) {
    throw forbidden(ErrorCode.OWN_SHOP_REFUSED, "Nobody acts as staff on a shop they belong to.")
  }
  next()
}

/** An address in pieces, as the router reads it: `prod%5F01` names the same product as `prod_01`. */
const wordsOf = (address: string) => decodeURIComponent(address.replaceAll("+", " ")).split(/[/?&=,]/)

/** Every id that stands anywhere in a request. Without recursion: a body may be nested deeper than a stack. */
function idsIn(...values: unknown[]): string[] {
  const found = new Set<string>()
  const waiting = [...values]
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value === "string" && (ID.test(value) || FILE.test(value))) {
      found.add(value)
    } else if (value && typeof value === "object") {
      waiting.push(...Object.keys(value), ...Object.values(value))
    }
  }

  return [...found]
}
