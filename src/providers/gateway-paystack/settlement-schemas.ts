import { z } from "@medusajs/framework/zod"

const Id = z.union([z.number().int(), z.string()]).transform(String)

const Whole = z.union([z.number().int(), z.string().regex(/^-?\d+$/)]).transform((value) => BigInt(value))

const Time = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => !Number.isNaN(date.getTime()))

/** A list in which nothing is passed over: what is not understood must not look like what is not there. */
export const Settlements = z.array(
  z.object({
    id: Id,
    status: z.string(),
    currency: z.string(),
    total_processed: Whole,
    total_fees: Whole.nullish(),
    effective_amount: Whole,
    deductions: Whole.nullish(),
    settlement_date: Time,
    destination: z.string().nullish().catch(null),
    /** Whose it is, where it is not the platform's own. */
    subaccount: z.object({ subaccount_code: z.string() }).nullish(),
  })
)

export type Settlement = z.infer<typeof Settlements>[number]

/** Only what is used: card, authorisation and customer are never read. */
export const Charges = z.array(
  z.object({
    id: Id,
    reference: z.string(),
    status: z.string(),
    amount: Whole,
    fees: Whole.nullish(),
    currency: z.string(),
    paid_at: Time.nullish().catch(null),
    /** Without shares where all of it went to the platform; absent where it is not told, or not understood. */
    split: z
      .object({
        shares: z
          .object({
            subaccounts: z.array(z.object({ subaccount_code: z.string(), amount: Whole })).optional(),
          })
          .optional(),
      })
      .nullish()
      .catch(undefined),
  })
)

/** What of a payment went to subaccounts. */
export const sharesOf = ({ split }: z.infer<typeof Charges>[number]) => split?.shares?.subaccounts ?? []

export const Refunds = z.array(
  z.object({
    id: Id,
    status: z.string(),
    amount: Whole,
    currency: z.string().nullish().catch(null),
    transaction_reference: z.string().nullish().catch(null),
  })
)

export const Balances = z.array(z.object({ currency: z.string(), balance: Whole }))

export const BalanceLedger = z.array(
  z.object({
    id: Id,
    currency: z.string(),
    difference: Whole,
    model_responsible: z.string(),
    createdAt: Time,
  })
)
