import { createHash } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ErrorCode, notFound, unauthorized } from "../../lib/errors"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { WEBHOOK_MODULE } from "../../modules/webhook"
import type WebhookModuleService from "../../modules/webhook/service"

const PROCESS_INBOX_EVENT = "process-inbox-event"

/** The gateway of ours that core's door was opened for; null when the payment provider is somebody else's. */
export function gatewayOfProvider(req: MedusaRequest): string | null {
  const gateways = req.scope.resolve<GatewayModuleService>(GATEWAY_MODULE)

  return gateways.gatewayOfProvider(req.params.provider ?? "")
}

/**
 * Stores an authentic event in the inbox and answers at once; its work starts after the answer, and the inbox job
 * takes it up if this process dies before.
 */
export async function receiveGatewayEvent(
  req: MedusaRequest,
  res: MedusaResponse,
  gateway: string
): Promise<void> {
  const gateways = req.scope.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const inbox = req.scope.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  if (!gateways.hasGateway(gateway)) {
    throw notFound(ErrorCode.GATEWAY_NOT_CONFIGURED, `No payment gateway is configured as "${gateway}".`)
  }
  const rawBody = toBuffer(req.rawBody)
  // A signature can hold over nothing, but no event is in it.
  const event = rawBody.length
    ? gateways.readWebhook(gateway, { raw_body: rawBody, headers: req.headers })
    : null
  if (!event) {
    await inbox.countRejection(gateway)
    throw unauthorized(ErrorCode.WEBHOOK_SIGNATURE_INVALID, "The signature of this event does not hold.")
  }

  const received = await inbox.receive({
    ...event,
    gateway,
    body_sha256: createHash("sha256").update(rawBody).digest("hex"),
    received_at: new Date(),
  })
  res.sendStatus(200)
  if (received.is_new) {
    setImmediate(() => startProcessing(req.scope, received.id))
  }
}

async function startProcessing(scope: MedusaContainer, eventId: string): Promise<void> {
  try {
    await scope.resolve(Modules.WORKFLOW_ENGINE).run(PROCESS_INBOX_EVENT, { input: { event_id: eventId } })
  } catch (error) {
    // The event stays in the inbox, whose job takes it up.
    const reason = error instanceof Error ? error.message : String(error)
    scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Inbox event ${eventId} was not processed at once: ${reason}`)
  }
}

/** Empty when the body was no JSON, which no gateway sends. */
function toBuffer(rawBody: unknown): Buffer {
  return Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0)
}
