import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../lib/clean-text"
import { carriesUserName } from "../../../lib/image-url"
import { moment as momentText, oneOrMany, wholeNumber } from "../../../lib/list-params"
import { DOOR_REASONS } from "../../../lib/pay-on-delivery"
import { GIVEN_REASONS } from "../../../lib/refund-reasons"
import { VENDOR_ORDER_STATUSES } from "../../../modules/vendor-order/domain/status"

/** Text as it is stored: its length counts before it is cleaned, and after. */
const text = (most: number) =>
  z.string().max(most).transform(plainText).pipe(z.string().min(1, "must not be empty").max(most))

const id = z.string().min(1).max(100)

const moment = momentText.transform((value) => new Date(value))

/** Half open, as all periods are: from `$gte`, before `$lt`. */
const period = z.strictObject({ $gte: moment.optional(), $lt: moment.optional() }).optional()

const page = { limit: wholeNumber(1, 100).default(20), offset: wholeNumber(0, 1_000_000).default(0) }

export const VendorGetOrdersParams = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  status: oneOrMany(z.enum(VENDOR_ORDER_STATUSES)).optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .optional(),
  created_at: period,
  ...page,
  order: z.enum(["created_at", "-created_at", "total", "-total", "number", "-number"]).default("-created_at"),
})

export type VendorGetOrdersParamsType = z.infer<typeof VendorGetOrdersParams>

/** What is shown of one record does not depend on the request. */
export const NoParams = z.strictObject({})

export const VendorGetPackingSlipParams = z.strictObject({ fulfilment_id: id.optional() })

export type VendorGetPackingSlipParamsType = z.infer<typeof VendorGetPackingSlipParams>

export const NoBody = z.strictObject({}).default({})

const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(2000)
  .refine((address) => !carriesUserName(address), "must not carry a user name")

const tracking = z
  .array(
    z.strictObject({
      number: text(100),
      url: webAddress.optional(),
      carrier: text(100).optional(),
    })
  )
  .max(20)
  .default([])

export const VendorCreateFulfilment = z.strictObject({
  items: z
    .array(z.strictObject({ line_id: id, quantity: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(200)
    .refine((items) => new Set(items.map(({ line_id }) => line_id)).size === items.length, {
      message: "names a line twice",
    }),
  tracking,
  /** Whether it leaves the shop now, or is only packed. */
  is_shipped: z.boolean().default(false),
})

export type VendorCreateFulfilmentType = z.infer<typeof VendorCreateFulfilment>

export const VendorShipFulfilment = z.strictObject({ tracking }).default({ tracking: [] })

export type VendorShipFulfilmentType = z.infer<typeof VendorShipFulfilment>

/** The refusal of what is no code does not repeat it. */
export const VendorDeliverFulfilment = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/, "must be six digits")
      .optional(),
  })
  .default({})

export type VendorDeliverFulfilmentType = z.infer<typeof VendorDeliverFulfilment>

export const VendorCancelOrder = z.strictObject({ reason: text(500) })

export type VendorCancelOrderType = z.infer<typeof VendorCancelOrder>

const partialRefund = {
  items: z
    .array(z.strictObject({ line_id: id, quantity: z.number().int().min(1).max(1_000_000) }))
    .max(200)
    .refine((items) => new Set(items.map(({ line_id }) => line_id)).size === items.length, {
      message: "names a line twice",
    })
    .default([]),
  /** What was paid for delivery. */
  shipping: z.boolean().default(false),
  /** In major units; as text, because a number in JSON is not exact. Instead of items and delivery. */
  amount: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50")
    .optional(),
  reason: z.enum(GIVEN_REASONS),
  note: text(500).optional(),
  /** The same key is the same refund, however often it is asked for. Those of cases and returns are made with them. */
  idempotency_key: z
    .string()
    .min(8)
    .max(100)
    .refine((key) => !/^(dispute|return):/i.test(key), {
      message: "must not begin with dispute: or return:",
    }),
}

type PartialRefund = { items: unknown[]; shipping: boolean; amount?: string }

const wantsOneThing = ({ items, shipping, amount }: PartialRefund) =>
  (amount !== undefined) !== (items.length > 0 || shipping)

const ONE_THING = { message: "name items and shipping, or an amount" }

export const VendorRefundOrder = z.strictObject(partialRefund).refine(wantsOneThing, ONE_THING)

export type VendorRefundOrderType = z.infer<typeof VendorRefundOrder>

/** Staff have to say why: the shop reads it. */
export const AdminRefundVendorOrder = z
  .strictObject({ ...partialRefund, note: text(500) })
  .refine(wantsOneThing, ONE_THING)

/** In major units; as text, because a number in JSON is not exact. */
const cash = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50")

const collection = {
  /** Exactly what is due. */
  amount: cash,
  /** The same key is the same collection, however often it is told. */
  idempotency_key: z.string().min(8).max(100),
}

export const VendorCollectOrder = z.strictObject(collection)

export type VendorCollectOrderType = z.infer<typeof VendorCollectOrder>

/** Staff say where the money is. */
export const AdminCollectVendorOrder = z.strictObject({
  ...collection,
  held_by: z.enum(["vendor", "platform"]),
})

export type AdminCollectVendorOrderType = z.infer<typeof AdminCollectVendorOrder>

export const AdminRemitCash = z.strictObject({ amount: cash })

export type AdminRemitCashType = z.infer<typeof AdminRemitCash>

export const VendorRefuseOrder = z.strictObject({
  reason: z.enum(DOOR_REASONS),
  note: text(500).optional(),
})

export type VendorRefuseOrderType = z.infer<typeof VendorRefuseOrder>
