import { z } from "@medusajs/framework/zod"

/** What a gateway is told to pay of one payment to the bank account of a vendor. */
export type FrozenShare = { vendor_id: string; subaccount_code: string; share_minor: bigint }

/** A vendor as a gateway has to know it. The account lives as long as the call: never stored, logged or answered. */
export type SubaccountInput = {
  /** Our own, unique for ever; kept at the gateway, so that the subaccount can be found again. */
  key: string
  business_name: string
  email: string
  bank_code: string
  account_number: string
  currency_code: string
}

/** What a final settlement of a subaccount has paid to it of one payment. */
export type PaidShare = { subaccount_code: string; gateway_id: string; amount_minor: bigint }

/**
 * The part of the port that pays vendors by itself. Shares are flat, and the fee is the platform's.
 * @throws GatewayUnavailableError when the outcome is unknown, GatewayRefusedError when nothing was done
 */
export type GatewaySplits = {
  takes(currencyCode: string): boolean
  /** Posted once; the caller looks earlier attempts up first. Answers the gateway's name of it. */
  create(subaccount: SubaccountInput): Promise<string>
  /** Any number of times. */
  update(code: string, subaccount: SubaccountInput): Promise<void>
  /** The subaccount that was made with that key, or null when the gateway has none. */
  find(key: string): Promise<string | null>
  /** What was paid to these subaccounts by settlements that are final; of others none. What is older may be left out. */
  paidShares(codes: string[], since: Date): Promise<PaidShare[]>
}

const StoredShares = z
  .array(
    z.object({
      vendor_id: z.string(),
      subaccount_code: z.string(),
      share_minor: z.string().regex(/^\d+$/).transform(BigInt),
    })
  )
  .catch([])

/** Shares as JSON carries them. What is not understood is no share: its money then comes to the platform. */
export const readShares = (stored: unknown): FrozenShare[] => StoredShares.parse(stored ?? [])

export const writeShares = (shares: FrozenShare[]) =>
  shares.map((share) => ({ ...share, share_minor: String(share.share_minor) }))
