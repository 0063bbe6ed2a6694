import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../../lib/errors"
import { scoped } from "../../../lib/vendor-scope"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { OwnProductRef, ProductRules } from "../../../workflows/vendor-product/types"
import { boundVendorId, vendorContext } from "../context"
import { PRICE_MARKS, retrieveProductQueryConfig, retrieveVariantQueryConfig } from "./query-config"
import {
  type ListedProduct,
  listedProductView,
  productView,
  type StoredVariant,
  variantView,
  type WholeProduct,
} from "./views"

const graph = (req: MedusaRequest) => req.scope.resolve(ContainerRegistrationKeys.QUERY)

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

/** The id is always read; and with prices what tells a shop's own from those that staff make. */
const readFields = (fields: string[]): string[] => {
  const prices = fields.find((field) => /(^|\.)prices\./.test(field))
  const prefix = prices?.replace(/prices\..*$/, "prices.")
  const marks = prefix ? PRICE_MARKS.map((mark) => `${prefix}${mark}`) : []

  return [...new Set(["id", ...fields, ...marks])]
}

export function productRules(req: MedusaRequest): ProductRules {
  const { settings } = vendorContext(req)

  return {
    is_approval_required: settings.product_approval_required,
    unverified_limit: settings.unverified_product_limit,
  }
}

/** The product that the path names, with the bound shop. */
export const ownProductRef = (req: MedusaRequest): OwnProductRef => ({
  vendor_id: boundVendorId(req),
  product_id: req.params.id ?? "",
  rules: productRules(req),
})

type ListFilters = {
  q?: string
  status?: string[]
  category_id?: string[]
  created_at?: object
  updated_at?: object
}

/** A page of the bound shop's products. */
export async function listProducts(req: MedusaRequest) {
  const vendorId = boundVendorId(req)
  const { skip, take, order } = req.queryConfig.pagination
  const { category_id, ...filters } = req.filterableFields as ListFilters
  const { data, metadata } = await graph(req).graph({
    entity: "product",
    fields: readFields(req.queryConfig.fields),
    // The validator has let nothing else through; the generated types do not know filters across links.
    filters: scoped(
      vendorId,
      { ...filters, ...(category_id ? { categories: { id: category_id } } : {}) },
      "vendor.id"
    ) as Record<string, unknown>,
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })
  const summaries = await vendors(req).summarizeProducts(
    vendorId,
    data.map(({ id }) => id)
  )

  return {
    products: data.map((product) => listedProductView(product as ListedProduct, summaries)),
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  }
}

async function findProduct(req: MedusaRequest, id: string, fields: string[]): Promise<WholeProduct> {
  const { data } = await graph(req).graph({
    entity: "product",
    fields: readFields(fields),
    filters: scoped(boundVendorId(req), { id }, "vendor.id"),
  })
  const product = data[0] as WholeProduct | undefined
  if (!product) {
    throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${id} was not found.`)
  }

  return product
}

/** A product of the bound shop, with what staff last decided on it. */
export async function retrieveProduct(
  req: MedusaRequest,
  id: string,
  fields: string[] = retrieveProductQueryConfig.defaults
) {
  const vendorId = boundVendorId(req)
  const product = await findProduct(req, id, fields)
  const [summaries, decisions] = await Promise.all([
    vendors(req).summarizeProducts(vendorId, [product.id]),
    graph(req).graph({
      entity: "product_decision",
      fields: ["decision", "reason", "created_at"],
      filters: scoped(vendorId, { product_id: product.id }),
      pagination: { take: 1, order: { created_at: "DESC", id: "DESC" } },
    }),
  ])
  const [last] = decisions.data as { decision: string; reason: string | null; created_at: Date }[]

  return {
    ...productView(product, summaries),
    last_decision: last
      ? { decision: last.decision, reason: last.reason, decided_at: last.created_at }
      : null,
  }
}

export async function listVariants(req: MedusaRequest) {
  const vendorId = boundVendorId(req)
  const product = await findProduct(req, req.params.id ?? "", ["id"])
  const { skip, take, order } = req.queryConfig.pagination
  const { data, metadata } = await graph(req).graph({
    entity: "product_variant",
    fields: readFields(req.queryConfig.fields),
    filters: {
      ...req.filterableFields,
      product_id: product.id,
      product: scoped(vendorId, {}, "vendor.id"),
    },
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  return {
    variants: (data as StoredVariant[]).map(variantView),
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  }
}

/** A variant of the product that the path names, which has to be the bound shop's. */
export async function retrieveVariant(
  req: MedusaRequest,
  id: string,
  fields: string[] = retrieveVariantQueryConfig.defaults
) {
  const product = await findProduct(req, req.params.id ?? "", ["id"])
  const { data } = await graph(req).graph({
    entity: "product_variant",
    fields: readFields(fields),
    filters: { id, product_id: product.id, product: scoped(boundVendorId(req), {}, "vendor.id") },
  })
  const variant = data[0] as StoredVariant | undefined
  if (!variant) {
    throw notFound(ErrorCode.PRODUCT_VARIANT_NOT_FOUND, `Variant ${id} was not found.`)
  }

  return variantView(variant)
}
