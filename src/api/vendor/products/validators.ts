import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { plainText, richText } from "../../../lib/clean-text"
import { imageUrl } from "../../../lib/image-url"
import { moment, wholeNumber } from "../../../lib/list-params"
import { ASKABLE_STATUSES, PRODUCT_STATUSES } from "../../../modules/vendor/domain/product-status"

/** Text as it is stored. The length counts before cleaning, so that nobody has megabytes cleaned, and after it. */
const text = (most: number) =>
  z.string().max(most).transform(plainText).pipe(z.string().min(1, "must not be empty").max(most))

const optionalText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => plainText(value) || null)
    .nullish()

const id = z.string().min(1).max(100)

/** One or several, as `status=draft` or `status[]=draft&status[]=proposed`. */
const oneOrMany = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([schema.transform((value) => [value]), z.array(schema).min(1).max(50)])

const period = z
  .strictObject({
    $gt: moment.optional(),
    $gte: moment.optional(),
    $lt: moment.optional(),
    $lte: moment.optional(),
  })
  .optional()

const page = {
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
}

const order = (fields: string[], first: string) =>
  z
    .string()
    .refine((field) => fields.includes(field.replace(/^-/, "")), `must be one of ${fields.join(", ")}`)
    .default(first)

export const VendorGetProductsParams = createFindParams()
  .omit({ with_deleted: true })
  .extend({
    q: z.string().trim().max(200).optional(),
    status: oneOrMany(z.enum(PRODUCT_STATUSES)).optional(),
    category_id: oneOrMany(id).optional(),
    created_at: period,
    updated_at: period,
    ...page,
    order: order(["title", "status", "created_at", "updated_at"], "-created_at"),
  })

export const VendorGetProductParams = createSelectParams()

export const VendorGetVariantsParams = createFindParams()
  .omit({ with_deleted: true })
  .extend({
    q: z.string().trim().max(200).optional(),
    ...page,
    order: order(["title", "sku", "variant_rank", "created_at", "updated_at"], "variant_rank"),
  })

const measure = z.number().min(0).max(1_000_000).nullish()

const measures = {
  weight: measure,
  length: measure,
  height: measure,
  width: measure,
  material: optionalText(120),
  hs_code: optionalText(20),
  origin_country: z
    .string()
    .regex(/^[a-z]{2}$/, "must be two lower-case letters")
    .nullish(),
}

export const price = z.strictObject({
  currency_code: z.string().regex(/^[a-zA-Z]{3}$/, "must be three letters"),
  amount: z.union([z.number(), z.string().max(20)]),
})

const choices = z
  .record(text(100), text(100))
  .refine((record) => Object.keys(record).length <= 10, "at most 10 options")

const variant = {
  title: text(200),
  sku: optionalText(64),
  barcode: optionalText(64),
  ean: optionalText(64),
  upc: optionalText(64),
  manage_inventory: z.boolean().optional(),
  allow_backorder: z.boolean().optional(),
  options: choices.optional(),
  prices: z.array(price).max(50).optional(),
  ...measures,
}

export const VendorCreateVariant = z
  .strictObject({ ...variant, stocked_quantity: z.number().int().min(0).max(1_000_000_000).optional() })
  .refine(
    (body) => body.manage_inventory !== false || !body.stocked_quantity,
    "stocked_quantity needs manage_inventory"
  )

export type VendorCreateVariantType = z.infer<typeof VendorCreateVariant>

export const VendorUpdateVariant = z.strictObject(variant).partial()

export type VendorUpdateVariantType = z.infer<typeof VendorUpdateVariant>

export const VendorCreateOption = z.strictObject({
  title: text(100),
  values: z.array(text(100)).min(1).max(100),
})

export type VendorCreateOptionType = z.infer<typeof VendorCreateOption>

export const VendorUpdateOption = VendorCreateOption.partial()

export type VendorUpdateOptionType = z.infer<typeof VendorUpdateOption>

const unique = (values: string[]) => [...new Set(values)]

const product = {
  title: text(200),
  subtitle: optionalText(300),
  description: z
    .string()
    .max(20_000)
    .transform((html) => richText(html) || null)
    .nullish(),
  handle: z
    .string()
    .max(120)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must have lower-case letters, digits and single hyphens")
    .optional(),
  status: z.enum(ASKABLE_STATUSES).optional(),
  images: z.array(imageUrl).max(20).transform(unique).optional(),
  thumbnail: imageUrl.nullish(),
  category_ids: z.array(id).max(20).transform(unique).optional(),
  tag_ids: z.array(id).max(20).transform(unique).optional(),
  ...measures,
}

export const VendorCreateProduct = z.strictObject({
  ...product,
  options: z.array(VendorCreateOption).max(10).optional(),
  variants: z.array(VendorCreateVariant).max(100).optional(),
})

export type VendorCreateProductType = z.infer<typeof VendorCreateProduct>

export const VendorUpdateProduct = z.strictObject(product).partial()

export type VendorUpdateProductType = z.infer<typeof VendorUpdateProduct>

export const VendorSubmitProduct = z.strictObject({})
