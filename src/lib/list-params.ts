import { z } from "@medusajs/framework/zod"

/** A number in an address, where everything is text. */
export const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

export const recordId = z.string().min(1).max(100)

/** One or several, as `sku=a` or `sku[]=a&sku[]=b`. */
export const oneOrMany = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([schema.transform((value) => [value]), z.array(schema).min(1).max(50)])

/** A point in time as lists filter by it, in a year that the database can hold wherever the clock stands. */
export const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).refine((text) => {
  const year = new Date(text).getUTCFullYear()

  return year >= 1970 && year <= 9999
}, "must be in a year from 1970 to 9999")

export const searchText = z.string().trim().min(1).max(200)

/** The part of a list that is asked for, sorted by one of the fields, downwards with a hyphen before it. */
export const pageOf = <Field extends string>(fields: readonly Field[], first: Field | `-${Field}`) => ({
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z
    .string()
    .default(first)
    .refine((order) => (fields as readonly string[]).includes(order.replace(/^-/, "")), {
      message: `must be one of ${fields.join(", ")}, with a hyphen before it for downwards`,
    })
    // One of the fields, as the line above has seen.
    .transform((order) => order as Field | `-${Field}`),
})

type Page<Field extends string> = { limit: number; offset: number; order: Field | `-${Field}` }

/** Such a part as a query takes it. */
export const rowsOf = <Field extends string>({ limit, offset, order }: Page<Field>) => ({
  take: limit,
  skip: offset,
  // What is left of one of the enum's values is one of the fields.
  order: order.replace(/^-/, "") as Field,
  is_descending: order.startsWith("-"),
})

/** What is shown of one record does not depend on the request. */
export const NoParams = z.strictObject({})

/** What a list is sorted by, from `-created_at`; the caller adds the id as last key, so that pages keep still. */
export const orderOf = (order: string): Record<string, "ASC" | "DESC"> =>
  order.startsWith("-") ? { [order.slice(1)]: "DESC" } : { [order]: "ASC" }
