import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverMessage, type OutgoingMessage } from "../../../lib/deliver-message"

export type SendMessageInput = OutgoingMessage

export const sendMessage = (container: MedusaContainer, message: SendMessageInput): Promise<void> =>
  deliverMessage(
    {
      notifications: container.resolve(Modules.NOTIFICATION),
      logger: container.resolve(ContainerRegistrationKeys.LOGGER),
    },
    message
  )

/** A message cannot be called back: where a workflow goes on after it, nothing that follows may fail. */
export const sendMessageStep = createStep("send-message", async (input: SendMessageInput, { container }) => {
  await sendMessage(container, input)

  return new StepResponse(undefined)
})
