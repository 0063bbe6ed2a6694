import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadEnv } from "../../../lib/env"
import { ErrorCode, notFound } from "../../../lib/errors"
import { type OrderAccess, orderAccess } from "../../../lib/order-access"
import { isLinkValid } from "../../../lib/signed-link"
import { ACCESS_MODULE } from "../../../modules/access"
import { settingsFrom } from "../../../modules/access/domain/settings"
import type AccessModuleService from "../../../modules/access/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"

type Owned = { customer_id: string | null; placed_at: Date }

export type OrderRequest = MedusaRequest & {
  order_access?: OrderAccess
  order_token?: unknown
  own_body?: unknown
}

/** The same for an order that there is not and for one that is somebody else's. */
const orderNotFound = () => notFound(ErrorCode.ORDER_NOT_FOUND, "There is no order for you under this id.")

/** Takes the link's token out of the query, which core's validator would refuse for it. */
export function takeToken(req: OrderRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const { token, ...rest } = req.query
  req.order_token = token
  req.query = rest
  next()
}

/** In front of every answer with an order: decides how the reader has shown that it may, and says it in `order_access`. */
export async function admitReader(
  req: OrderRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  req.order_access = await accessTo(req, req.params.id ?? "")
  next()
}

/** In front of what changes an order: to know its id is not enough, however young it is. */
export async function admitOwner(
  req: OrderRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await admitTo(req, req.params.id ?? "")
  next()
}

/** Whether the reader is the order's buyer, or holds a link to it. @throws not found for everybody else */
export async function admitTo(req: MedusaRequest, orderId: string): Promise<void> {
  if ((await accessTo(req, orderId)) === "open") {
    throw orderNotFound()
  }
}

/** In front of returns: the order is named in what is asked, or is that of the return in the address. */
export async function admitReturner(
  req: OrderRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const orderId = req.params.id
    ? await orderOfReturn(req, req.params.id)
    : ((req.own_body ?? req.query) as { order_id?: unknown }).order_id
  if (typeof orderId !== "string" || (await accessTo(req, orderId)) === "open") {
    throw orderNotFound()
  }
  next()
}

async function orderOfReturn(req: MedusaRequest, returnId: string): Promise<string | null> {
  const found = await req.scope.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).findReturn(returnId)

  return found?.order_id ?? null
}

/** Lays the body of a return aside, which core's validator would refuse, and gives it one that says nothing. */
export function layBodyAside(req: OrderRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.own_body = req.body ?? {}
  req.body = { order_id: "none", items: [], return_shipping: { option_id: "none" } }
  next()
}

/** Behind core's validator. */
export function takeBodyBack(req: OrderRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.body = req.own_body
  next()
}

/** A completed cart shows what its order shows, so it is as private; a running one is known to its shopper's browser alone. */
export async function admitToCart(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["id", "customer_id", "completed_at"],
    filters: { id: req.params.id ?? "" },
  })
  const cart = data[0]
  const completed = cart?.completed_at
  if (
    completed &&
    !(await accessOf(req, { customer_id: cart.customer_id, placed_at: new Date(completed) }))
  ) {
    throw notFound(ErrorCode.CART_NOT_FOUND, "There is no cart for you under this id.")
  }
  next()
}

async function accessTo(req: MedusaRequest, orderId: string): Promise<OrderAccess> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id", "created_at"],
    filters: { id: orderId, is_draft_order: false },
  })
  const order = data[0]
  const access =
    order &&
    (await accessOf(
      req,
      { customer_id: order.customer_id, placed_at: new Date(order.created_at) },
      isLinkValid(
        loadEnv().JWT_SECRET,
        { purpose: "order", id: order.id },
        (req as OrderRequest).order_token,
        new Date()
      )
    ))
  if (!access) {
    throw orderNotFound()
  }

  return access
}

async function accessOf(req: MedusaRequest, order: Owned, hasLink = false): Promise<OrderAccess | null> {
  const sure = { order, customer_id: customerOf(req), has_link: hasLink, open_hours: 0 }
  const now = new Date()

  return orderAccess(sure, now) ?? orderAccess({ ...sure, open_hours: await openOrderHours(req) }, now)
}

function customerOf(req: MedusaRequest): string | null {
  const context = (req as AuthenticatedMedusaRequest).auth_context

  return context?.actor_type === "customer" && context.actor_id ? context.actor_id : null
}

async function openOrderHours(req: MedusaRequest): Promise<number> {
  const rows = await req.scope
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .listPlatformSettings({ key: ["open_order_hours"] })

  return settingsFrom(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).open_order_hours
}
