import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import type { NewRefundAccount } from "../../../modules/gateway/types"
import { isLeftToPerson, leaveToPeople } from "../left-to-people"
import { approveRefundAccount, sendRefundAccount } from "../refund-account"
import { findAttempt, viewOfAttempt } from "../refund-attempts"

// What a gateway has been told of is not undone by anything, so neither has a compensation.

export type EnterRefundAccountInput = { account: NewRefundAccount; is_by_staff: boolean }

export const enterRefundAccountStep = createStep(
  "enter-refund-account",
  async ({ account, is_by_staff }: EnterRefundAccountInput, { container }) => {
    const named = await findAttempt(container, account.refund_id)
    const refund = is_by_staff && isLeftToPerson(named) ? await leaveToPeople(container, named) : named
    await container
      .resolve<GatewayModuleService>(GATEWAY_MODULE)
      .enterRefundAccount({ ...account, refund_id: refund.id }, { is_by_staff })
    await sendRefundAccount(container, refund)

    return new StepResponse(await viewOfAttempt(container, await findAttempt(container, refund.id)))
  }
)

export const approveRefundAccountStep = createStep(
  "approve-refund-account",
  async ({ id, by }: { id: string; by: string }, { container }) => {
    await approveRefundAccount(container, { refund: await findAttempt(container, id), by })

    return new StepResponse(await viewOfAttempt(container, await findAttempt(container, id)))
  }
)
