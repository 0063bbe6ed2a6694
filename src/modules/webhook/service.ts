import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { afterFailure, MOST_ATTEMPTS } from "./domain/back-off"
import { statesBefore } from "./domain/state"
import { WebhookEvent } from "./models/webhook-event"
import { WebhookRejection } from "./models/webhook-rejection"
import type { ClaimedEvent, ReceivedEvent, ReceiveEventInput } from "./types"

const CLAIMED = `id, gateway, type, reference, payload, state, attempts, claimed_until, received_at`

/**
 * While an event is being processed its `next_attempt_at` is the end of the lease, so one condition and one index
 * find both what is due and what a dead worker left.
 */
const IS_DUE = `state in ('received', 'failed', 'processing') and next_attempt_at <= ? and attempts < ${MOST_ATTEMPTS}`

export type InboxBacklog = {
  waiting: number
  failed: number
  given_up: number
  oldest_waiting_at: Date | null
}

/** The inbox: every authentic event of a gateway, once. */
class WebhookModuleService extends MedusaService({ WebhookEvent, WebhookRejection }) {
  /** Stores an authentic event, or finds the one that an earlier delivery stored. */
  @InjectTransactionManager()
  async receive(
    input: ReceiveEventInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReceivedEvent> {
    // ON CONFLICT, which the generated create method lacks: deliveries of one event may arrive at the same time.
    const [inserted] = await queryRows<{ id: string }>(
      sharedContext,
      `insert into webhook_event
         (id, gateway, type, dedupe_key, reference, payload, body_sha256, received_at, next_attempt_at)
       values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
       on conflict (gateway, dedupe_key) do nothing returning id`,
      [
        generateEntityId("", "whe"),
        input.gateway,
        input.type,
        input.dedupe_key,
        input.reference,
        JSON.stringify(input.payload),
        input.body_sha256,
        input.received_at,
        input.received_at,
      ]
    )
    if (inserted) {
      return { id: inserted.id, is_new: true }
    }
    const [known] = await queryRows<{ id: string }>(
      sharedContext,
      `select id from webhook_event where gateway = ? and dedupe_key = ?`,
      [input.gateway, input.dedupe_key]
    )
    if (!known) {
      throw new RangeError("The event that was there a moment ago is gone")
    }

    return { id: known.id, is_new: false }
  }

  /** Counts a delivery with a bad signature; nothing else of it is kept. */
  @InjectManager()
  async countRejection(gateway: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await queryRows(
      sharedContext,
      `insert into webhook_rejection (id, gateway, day, count) 
       values (?, ?, to_char(now() at time zone 'utc', 'YYYY-MM-DD'), 1)
       on conflict (gateway, day) do update set count = webhook_rejection.count + 1, updated_at = now()`,
      [generateEntityId("", "whr"), gateway]
    )
  }

  /** Leases due events to the caller, the longest due first; no event is ever leased to two at once. */
  @InjectTransactionManager()
  async claim(
    limit: number,
    now: Date,
    leaseSeconds: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedEvent[]> {
    await this.bury(now, sharedContext)

    return this.lease(
      `select id from webhook_event where ${IS_DUE} order by next_attempt_at, id limit ? for update skip locked`,
      [now, limit],
      leaseUntil(now, leaseSeconds),
      sharedContext
    )
  }

  /** Leases one event, or answers null when it is done, dead, not due yet or leased to somebody else. */
  @InjectTransactionManager()
  async claimOne(
    id: string,
    now: Date,
    leaseSeconds: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedEvent | null> {
    const [event] = await this.lease(
      `select id from webhook_event where id = ? and ${IS_DUE} for update skip locked`,
      [id, now],
      leaseUntil(now, leaseSeconds),
      sharedContext
    )

    return event ?? null
  }

  /** Records that the event's work is done, also when the lease ran out meanwhile. */
  @InjectManager()
  async complete(id: string, outcome: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    const from = statesBefore("processed")
    await queryRows(
      sharedContext,
      `update webhook_event
       set state = 'processed', outcome = ?, processed_at = now(), claimed_until = null, last_error = null, updated_at = now()
       where id = ? and state in (${from.map(() => "?").join(", ")})`,
      [outcome, id, ...from]
    )
  }

  /** Gives an event back, to be tried later, or never again after too many attempts; null when it is done meanwhile. */
  @InjectTransactionManager()
  async fail(
    id: string,
    error: string,
    now: Date,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<"failed" | "dead" | null> {
    const [event] = await queryRows<{ attempts: number }>(
      sharedContext,
      `select attempts from webhook_event where id = ? and state = 'processing' for update`,
      [id]
    )
    if (!event) {
      return null
    }
    const after = afterFailure(event.attempts, now)
    await queryRows(
      sharedContext,
      `update webhook_event
       set state = ?, next_attempt_at = ?, claimed_until = null, last_error = ?, updated_at = now() where id = ?`,
      [after.state, after.state === "failed" ? after.next_attempt_at : now, error.slice(0, 1000), id]
    )

    return after.state
  }

  /** A person has mended what it died of: it begins anew. False when it is not dead. */
  @InjectManager()
  async revive(id: string, now: Date, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    const from = statesBefore("received")
    const revived = await queryRows(
      sharedContext,
      `update webhook_event set state = 'received', attempts = 0, next_attempt_at = ?, last_error = null, updated_at = now()
       where id = ? and state in (${from.map(() => "?").join(", ")}) returning id`,
      [now, id, ...from]
    )

    return revived.length > 0
  }

  private lease(
    candidates: string,
    values: unknown[],
    until: Date,
    sharedContext: Context
  ): Promise<ClaimedEvent[]> {
    return queryRows<ClaimedEvent>(
      sharedContext,
      `with due as materialized (${candidates})
       update webhook_event
       set state = 'processing', attempts = attempts + 1, claimed_until = ?, next_attempt_at = ?, updated_at = now()
       where id in (select id from due) returning ${CLAIMED}`,
      [...values, until, until]
    )
  }

  /** How many wait, were tried in vain and were given up, and since when. */
  @InjectManager()
  async readBacklog(@MedusaContext() sharedContext: Context = {}): Promise<InboxBacklog> {
    const [found] = await queryRows<InboxBacklog>(
      sharedContext,
      `select count(*) filter (where state in ('received', 'processing'))::int as waiting,
         count(*) filter (where state = 'failed')::int as failed,
         count(*) filter (where state = 'dead')::int as given_up,
         min(received_at) filter (where state <> 'dead') as oldest_waiting_at
       from webhook_event where state in ('received', 'failed', 'processing') or state = 'dead'`
    )

    return found ?? { waiting: 0, failed: 0, given_up: 0, oldest_waiting_at: null }
  }

  /** An event that kills its worker each time never comes to `fail`. The ids of those that died so. */
  @InjectManager()
  async bury(now: Date, @MedusaContext() sharedContext: Context = {}): Promise<string[]> {
    const buried = await queryRows<{ id: string }>(
      sharedContext,
      `update webhook_event
       set state = 'dead', claimed_until = null, last_error = coalesce(last_error, 'The worker never finished.'), updated_at = now()
       where state = 'processing' and next_attempt_at <= ? and attempts >= ${MOST_ATTEMPTS} returning id`,
      [now]
    )

    return buried.map(({ id }) => id)
  }
}

function leaseUntil(now: Date, leaseSeconds: number): Date {
  return new Date(now.getTime() + leaseSeconds * 1000)
}

export default WebhookModuleService
