import { percentOf } from "../../../lib/money"
import type { PartitionInput, PartitionSource } from "../domain/partition"

export type RatedSource = PartitionSource & { commission_rate_bps: number }

/** A commission that is a percentage alone, of each line its own. */
export const atRates =
  (lines: { commission_rate_bps: number }[]): PartitionInput["commission"] =>
  (bases) =>
    bases.map(({ commission_base_minor: base }, index) => {
      const { commission_rate_bps = 0 } = lines[index] ?? {}

      return {
        commission_rate_bps,
        commission_fixed_minor: 0n,
        commission_minor: base > 0n ? percentOf(base, commission_rate_bps) : 0n,
        commission_tax_minor: 0n,
        withholding_minor: 0n,
        commission_rule_id: null,
        commission_explanation: "",
      }
    })
