import { WorkflowManager } from "@medusajs/framework/orchestration"
import type { MedusaContainer } from "@medusajs/framework/types"
import { OrchestrationUtils } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

type StepArguments = {
  container: MedusaContainer
  /** Input of the workflow. */
  payload: unknown
  /** Outcomes of earlier steps, by step id. */
  invoke: Record<string, { output?: { output?: unknown } } | undefined>
}

export type OverriddenStep = {
  container: MedusaContainer
  /** What an earlier step of the same run answered. */
  resultOf: (stepId: string) => unknown
  /** Runs the step as Medusa wrote it. */
  original: () => Promise<unknown>
}

type Handler = { invoke: (args: StepArguments) => Promise<{ output?: { output?: unknown } }> }

/**
 * Replaces the work of one step inside a workflow of Medusa's, for the few places where core has neither a hook
 * nor an option. Compensation and order of steps stay. Fails at boot when the step no longer exists, so that an
 * upgrade of Medusa cannot silently switch the override off.
 */
export function overrideStep(
  workflowId: string,
  stepId: string,
  run: (step: OverriddenStep) => Promise<unknown>
): void {
  const handlers = WorkflowManager.getWorkflow(workflowId)?.handlers_ as Map<string, Handler> | undefined
  const handler = handlers?.get(stepId)
  if (!handlers || !handler) {
    throw new Error(
      `Medusa's workflow "${workflowId}" has no step "${stepId}" any more: its override must be adapted`
    )
  }

  handlers.set(stepId, {
    ...handler,
    invoke: async (args) => {
      const result = await run({
        container: args.container,
        resultOf: (id) => args.invoke[id]?.output?.output,
        original: async () => (await handler.invoke(args)).output?.output,
      })

      return {
        __type: OrchestrationUtils.SymbolWorkflowWorkflowData,
        output: new StepResponse(result).toJSON(),
      } as never
    },
  })
}
