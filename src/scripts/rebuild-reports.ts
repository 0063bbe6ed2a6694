import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rebuildReportsWorkflow } from "../workflows/report/workflows/rebuild-reports"

/** `npm run reports:rebuild`: works out the sums of reports from the orders, and says how many were not right. */
export default async function rebuildReports({ container }: ExecArgs): Promise<void> {
  const { result } = await rebuildReportsWorkflow(container).run({ input: {} })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(
      result.changed
        ? `Reports are rebuilt: ${result.changed} rows are other than before.`
        : "Reports are rebuilt: every row was right."
    )
}
