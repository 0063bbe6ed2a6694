import { readablePercent } from "../../modules/commission/domain/explain"

type Fallback = { rate_bps: number; explanation: string }

/** Without a rule that says otherwise, delivery is the shop's whole. */
export const FREE_DELIVERY: Fallback = { rate_bps: 0, explanation: "No commission on delivery" }

/** The lowest rules of all, for what is sold: what was agreed with the shop, else the platform's rate. */
export const agreedRate = (ownBps: number | null, platformBps: number): Fallback =>
  ownBps === null
    ? { rate_bps: platformBps, explanation: `${readablePercent(platformBps)} on all sales` }
    : { rate_bps: ownBps, explanation: `${readablePercent(ownBps)} agreed with the shop` }
