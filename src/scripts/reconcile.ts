import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { listLines, retrieveRun } from "../workflows/reconciliation/view"
import { reconcileAllWorkflow } from "../workflows/reconciliation/workflows/reconcile-all"

const Days = z.coerce.number().int().min(1).max(45).default(3)

const SHOWN = 100

/** `npm run reconcile -- 14`: compares the books with what the gateways say of the last days, and prints what differs. */
export default async function reconcile({ container, args }: ExecArgs): Promise<void> {
  const days = Days.parse(args[0])
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { result } = await reconcileAllWorkflow(container).run({ input: { started_by: null, days } })
  const run = await retrieveRun(container, result.id)
  const page = { limit: SHOWN, offset: 0, order: "created_at" as const }
  const { lines } = await listLines(container, { ...page, run_id: run.id })
  for (const line of lines) {
    const amounts = `expected ${line.expected ?? "-"}, found ${line.found ?? "-"} ${line.currency_code ?? ""}`
    const about = [line.gateway, line.reference].filter(Boolean).join(" ")
    logger.info(`${line.state} ${line.cause} (${about}): ${amounts}. ${line.probable_cause}`)
  }
  for (const [area, reasons] of Object.entries(run.left_out)) {
    logger.warn(`Not compared: ${area} (${String(reasons)})`)
  }
  logger.info(`Reconciliation ${run.id}: ${run.found} found, ${run.repaired} repaired, ${run.open} open.`)
}
