import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type { ProductState } from "../../modules/vendor/domain/product-status"
import type { WaitingFilters } from "../../modules/vendor/review-queries"
import type VendorModuleService from "../../modules/vendor/service"

const vendors = (container: MedusaContainer) => container.resolve<VendorModuleService>(VENDOR_MODULE)

/** A page of the products that wait for staff. */
export async function listApprovals(
  container: MedusaContainer,
  { limit, offset, ...filters }: WaitingFilters & { limit: number; offset: number }
) {
  const { products, count } = await vendors(container).findWaitingProducts(filters, {
    take: limit,
    skip: offset,
  })

  return { products, count, offset, limit }
}

type OwnedProduct = {
  id: string
  title: string
  handle: string
  status: ProductState
  vendor?: { id: string; name: string; handle: string } | null
}

/**
 * A product of a shop, what has changed since it was approved, and the version that an approval or a rejection has to bring
 * back. The version is read first: a change in between makes it too old, and never newer than what is shown.
 */
export async function retrieveChanges(container: MedusaContainer, id: string) {
  const version = await vendors(container).readProductVersion(id)
  const [changed, { data }] = await Promise.all([
    vendors(container).readProductChanges(id),
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product",
      fields: ["id", "title", "handle", "status", "vendor.id", "vendor.name", "vendor.handle"],
      filters: { id },
    }),
  ])
  const product = data[0] as unknown as OwnedProduct | undefined
  if (!product?.vendor || !changed || !version) {
    throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${id} was not found.`)
  }
  const { title, handle, status, vendor } = product

  return {
    id,
    title,
    handle,
    status,
    vendor: { id: vendor.id, name: vendor.name, handle: vendor.handle },
    version,
    ...changed,
  }
}
