import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOneTimeCodesWorkflow } from "../workflows/access/workflows/sweep-one-time-codes"

export default async function sweepOneTimeCodes(container: MedusaContainer): Promise<void> {
  await sweepOneTimeCodesWorkflow(container).run({ input: { now: new Date() } })
}

export const config = { name: "sweep-one-time-codes", schedule: "17 3 * * *" }
