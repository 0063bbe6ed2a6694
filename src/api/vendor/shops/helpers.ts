import type { MedusaRequest } from "@medusajs/framework/http"
import type { InferTypeOf } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../../lib/errors"
import type { VendorRole } from "../../../lib/permissions"
import type { ShopSettings } from "../../../modules/vendor/domain/shop-settings"
import type { Vendor } from "../../../modules/vendor/models/vendor"
import { boundVendorId } from "../context"
import type { SHOP_FIELDS } from "./query-config"

const noSuchShop = (id: string) => notFound(ErrorCode.VENDOR_NOT_FOUND, `There is no shop ${id} of yours.`)

/** The id in the path, which has to be that of the bound shop. */
export function ownShopId(req: MedusaRequest): string {
  const id = req.params.id ?? ""
  if (id !== boundVendorId(req)) {
    throw noSuchShop(id)
  }

  return id
}

type ShopView = Omit<Pick<InferTypeOf<typeof Vendor>, (typeof SHOP_FIELDS)[number]>, "settings"> & {
  settings: Partial<ShopSettings>
}

/** The bound shop, with the reason of its last change of status. */
export async function retrieveShop(req: MedusaRequest, fields: string[]) {
  const id = ownShopId(req)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [shops, changes] = await Promise.all([
    query.graph({ entity: "vendor", fields, filters: { id } }),
    query.graph({
      entity: "vendor_status_change",
      fields: ["reason"],
      filters: { vendor_id: id },
      pagination: { skip: 0, take: 1, order: { created_at: "DESC", id: "DESC" } },
    }),
  ])
  const [shop] = shops.data as ShopView[]
  if (!shop) {
    throw noSuchShop(id)
  }

  return { ...shop, status_reason: (changes.data[0]?.reason ?? null) as string | null }
}

type OwnShop = {
  role: VendorRole
  vendor: Pick<ShopView, "id" | "name" | "handle" | "logo_url" | "status">
}

/** The shops of a person, with the role in each. */
export async function listOwnShops(req: MedusaRequest, userId: string) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: memberships } = await query.graph({
    entity: "vendor_member",
    fields: ["role", "vendor.id", "vendor.name", "vendor.handle", "vendor.logo_url", "vendor.status"],
    filters: { user_id: userId },
    pagination: { skip: 0, take: 1000, order: { created_at: "ASC", id: "ASC" } },
  })

  return (memberships as OwnShop[]).map(({ role, vendor }) => ({
    id: vendor.id,
    name: vendor.name,
    handle: vendor.handle,
    logo_url: vendor.logo_url,
    status: vendor.status,
    role,
  }))
}
